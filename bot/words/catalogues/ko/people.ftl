## Buttons, at most 80 characters each

forget-button-forget = 모두 완전히 삭제
forget-button-keep = 그대로 두기

## Deleting

forget-question =
    {"**"}저장된 내 데이터를 모두 삭제할까요?** 되돌릴 수 없어요.
    {"**"}1분 안에 삭제되는 것:**
    - 모든 서버에서 요청한 것: 프롬프트, 이미지, 첨부한 파일. 진행 중인 요청은 취소돼요
    - 공유한 이미지와 내 이미지가 표시된 Easel의 메시지
    - 내 하트, 신고, 참고 이미지, 초안, 설정
    {"**"}남는 것:**
    - 사용한 비용(이름과 프롬프트 없이)
    - 다른 사람이 내 이미지로 만든 이미지
    - 나에 대한 이용 정지와 운영진의 처리 기록(이름 없이)
    -# 먼저 { -slash-export-me }를 쓰면 모두 받아 둘 수 있어요. 이후의 요청은 평소처럼 다시 저장돼요.
forgetting = 저장된 데이터를 모두 삭제하고 있어요…
forgetting-already = 이미 삭제하고 있어요. 저장된 데이터는 1분 안에 모두 사라져요.
kept = 모두 그대로 뒀어요.
forgotten = **완료했어요.** 요청 { $requests }개와 관련 데이터를 모두 삭제했어요.
forgotten-nearly = **거의 끝났어요.** 만들고 있는 것만 빼고 모두 삭제했어요. 나머지는 끝나는 대로 삭제할게요.
messages-follow = 이제 이미지가 표시된 메시지를 삭제하고 있어요…
messages-deleted = 이미지가 표시된 Easel의 메시지 { $messages }개를 삭제했어요.
shares-gone = 공유한 이미지 { $pictures }장을 갤러리에서 삭제했어요.
messages-postponed = 메시지 { $messages }개는 Discord가 응답하지 않았어요. 응답할 때까지 다시 시도할게요.
messages-refused = 메시지 { $messages }개는 제가 더 이상 들어갈 수 없는 곳에 있어서 삭제하지 못했어요. 아직 보이는 이미지는 그곳의 운영진에게 삭제를 요청해 주세요.

## Handing over

exporting = 저장된 데이터를 모두 모으고 있어요. 하나 이상의 zip 파일로 여기에 보내 드릴게요.
export-started = 저장된 데이터를 모두 모아 DM으로 보내 드릴게요.
export-whole = 저장된 데이터 전체예요.
export-part = 저장된 데이터예요({ $number } / { $parts }).
exported = 저장된 데이터를 모두 DM으로 보냈어요(파일 { $files }개).
export-readme =
    Easel이 저장한 회원님의 데이터 전체입니다.

    account.json       설정, 참고 이미지, 회원님이 한 신고
    requests-*.json    요청한 내용과 그 결과, 비용
    shares-*.json      공유한 것
    hearts-*.json      하트를 준 것
    pictures/          만들어진 이미지: 요청 번호와 그 안의 순서.
                       SVG는 PNG 옆에 있습니다. 마스크를 쓴 편집은
                       원본을 유지한 이미지와 모델이 그린 그대로의 이미지가 있습니다
    inputs/            첨부한 파일: 요청 번호와 그 안의 순서. 마스크를 쓴 편집은
                       보낸 부분, 마스크, 원본, 그려 넣은 표시가 있습니다

    zip 파일이 여러 개면 각 파일에 일부가 들어 있습니다.
    시각은 UTC 기준입니다.
