## Titles, at most 100 characters each

info-title = 이미지 정보
info-parents = 원본
info-tree = 계보
info-back = 이전 단계로…

## The fields of Picture info

field-by = 만든 사람
field-model = 모델
field-quality = 품질
field-size = 크기
field-background = 배경
field-format = 형식
field-pictures = 이미지 수
field-seed = 시드
field-cost = 비용
field-shown = 표시 중
field-task = 작업
field-aspect = 비율
field-state = 상태
seed-own = 자동
free = 무료
failed = 실패
shown-exact = 원본 유지: 원본에 합성
shown-cut-out = 원본 유지: 원본에서 배경 제거
shown-extended = 원본 유지: 원본 주위에 추가
shown-as-drawn = 모델이 그린 그대로
made-by = { $person } { $moment }

## What it was made from

uploads = - 요청한 사람의 이미지 { $pictures }장
with-mask = - 마스크 사용: 일부만 다시 그렸어요
with-marks = - 이미지에 그린 표시를 따랐어요
ancestor = - { $prompt } · { $person }
look = 보기
nothing-known = - 비공개이거나 더 이상 저장되지 않은 이미지
deleted = 삭제됨
step-back = { $steps }단계 전
step-back-of-several = { step-back }, { $places }장 중 { $place }번

## The tree; "private" is drawn on a card

tree-private = 비공개
tree-alone = 이 이미지의 바탕이 된 Easel 이미지도, 이 이미지로 만든 이미지도 아직 없어요. 바꿀 내용을 적어 답장해 보세요.
tree = 이 이미지의 계보예요(요청 { $requests }개). 테두리가 있는 것이 지금 보고 있는 이미지예요.
tree-alt = 이미지 { $pictures }장의 계보도. 위의 이미지로 아래의 이미지를 만들었어요.
tree-line = { $number } { $derived ->
        [true] ({ $parents }에서){" "}
       *[false] {""}
    }{"**"}{ $change }{"**"} · { $person }
tree-line-kept = { $number } { $words }
tree-more = -# 외 { $requests }개
