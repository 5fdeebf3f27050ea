wordless = Discord가 여기서 차단한 프롬프트
made-by = { $prompt } · { $asker }
demo = 데모 이미지(AI 아님)
fewer = { $asked }장 중 { $pictures }장
re-encoded = Discord 파일 크기 제한에 맞춰 이미지 { $place } 형식을 { $kind }(으)로 변환
svg-left-out = Discord 파일 크기 제한을 넘어 이미지 { $place }의 SVG 제외
svg-alone = -# Discord는 SVG 파일을 보여 주지 않고, 이 파일은 PNG로 바꿀 수 없었어요. 브라우저에서 열어 주세요.
came-opaque = { $pictures ->
        [1] -# `background`을 transparent로 요청했지만 투명하게 나오지 않았어요.
       *[other] -# `background`을 transparent로 요청했지만 일부가 투명하게 나오지 않았어요.
    }
no-effect = -# 여기 이미지 생성 서비스가 지원하지 않아서 적용되지 않은 옵션: { $options }.
size-exact = { $size } (원본에 합성)
size-cut-out = { $size } (원본에서 배경 제거)
size-extended = { $size } (원본 주위에 추가)
size-as-drawn = { $size } (그린 그대로)
not-laid-in = { $which ->
        [alone] -# 원본에 합성할 수 없어서 모델이 그린 그대로 보여 드려요.
        [all] -# 모두 원본에 합성할 수 없어서 모델이 그린 그대로 보여 드려요.
       *[some] -# { $pictures }장은 원본에 합성할 수 없어서 모델이 그린 그대로 보여 드려요.
    }
scaled-down = -# 먼저 { $before } 크기에서 줄였어요. 그대로 확장하면 이미지의 최대 크기를 넘어요.
continued = { $place } / { $places }
late = { $asker } 님, 기다리던 결과예요:

## Alt texts

plain-alt = 이미지 { $place }. { wordless }.
alt = { $prompt }
alt-of-several = 이미지 { $place } / { $places }: { $prompt }
