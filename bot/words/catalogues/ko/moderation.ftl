## The form that reports a picture: its title and fields, at most 45 characters each

report-title = 운영진에게 신고
report-reason = 어떤 문제가 있나요?
report-words = 더 알려 줄 내용이 있나요?

## Under a field, and reasons to choose from: at most 100 characters each

report-hint = 이 서버의 운영진이 읽어요. 누가 신고했는지는 알려 주지 않아요.
reason-sexual = 선정적인 내용
reason-violent = 폭력적이거나 무서운 내용
reason-hateful = 혐오하거나 모욕하는 내용
reason-person = 당사자가 원하지 않을 인물이 나옴
reason-other = 기타

## What came of a report

reported-taken = 고마워요. 운영진에게 전달했어요. 결정될 때까지 이미지는 그대로 보여요.
reported-hides = 고마워요. 다른 사람도 신고해서, 운영진이 결정할 때까지 이미지를 숨겼어요.
reported-known = 이미 신고한 이미지예요. 운영진도 알고 있어요. 신고는 한 사람당 한 번만 반영돼요.

## The buttons of a case, at most 80 characters each

verdict-keep = 유지
verdict-hide = 숨기기
verdict-delete = 삭제
verdict-reopen = 다시 결정
verdict-mute-hour = 1시간 이용 정지
verdict-mute-day = 1일 이용 정지
verdict-mute = 무기한 이용 정지
case-button-further = 더 보기
case-button-older = 이전
look = { $place }번 보기

## A case: a picture that was reported

case-title = 신고된 이미지
filtered = -# Discord 필터 때문에 여기서는 이미지를 볼 수 없어요.
blocked = -# 프롬프트나 신고 내용의 말을 Discord가 여기서 차단해요. { -slash-reports }에서 볼 수 있어요.
count = 신고 { $reports }건
by = 만든 사람: { $person }
by-small = { $place }. 만든 사람: { $person } · { $count } · { $standing }
not-kept = -# 이미지가 더 이상 저장되어 있지 않아요.
prompt-secret = -# 갤러리에서 공개하지 않은 프롬프트라 여기에도 표시하지 않아요.
reason-line = - { $reason }: { $number }건
quote = > “{ $words }”
someone = 데이터를 삭제한 사람
standing-shared = 결정될 때까지 표시 중
standing-hidden = 결정될 때까지 숨김
standing-gone = 그사이 공유 취소됨. ‘유지’를 선택하지 않으면 다시 공유할 수 없음
standing-decided = { $state ->
        [kept] 유지
        [hidden] 숨김
       *[deleted] 삭제
    } (결정: { $person })

## What came of a decision

decided-already = 이미 결정됐어요: { $state ->
        [kept] 유지
        [hidden] 숨김
       *[deleted] 삭제
    } (결정: { $person })
waits-already = 이 이미지는 이미 결정을 기다리고 있어요.
decided-mute = { $person } 님의 이용을 { $time ->
        [hour] 1시간 동안
        [day] 하루 동안
       *[ever] 무기한
    } 정지했어요.{ $waits ->
        [true] {" "}이미지는 아직 결정을 기다리고 있어요.
       *[false] {""}
    }
decided-keep = 이미지를 유지해요. 다른 사람 세 명이 신고하면 다시 숨겨져요.
decided-keep-gone = 그사이 공유가 취소된 이미지예요. 여기에 다시 공유할 수 있어요.
decided-hide = 이미지를 숨겼어요.
decided-delete = 이미지를 갤러리에서 삭제했어요. 여기에 다시 공유할 수 없어요.
decided-reopen = 이미지가 지금 상태 그대로 다시 결정을 기다려요.
messages-left = Discord 권한 때문에 이미지가 표시된 메시지 { $messages }개를 아직 바꾸지 못했어요. 계속 시도할게요.

## Lists

cases = 결정을 기다리는 신고된 이미지:
no-cases = 결정을 기다리는 신고된 이미지가 없어요.
no-further-cases = 결정을 기다리는 이미지가 더 없어요.
nothing-on-record = 아직 기록이 없어요.

## Mutes

for-good = 무기한
until = { $moment }까지
nobody-muted = 여기서 이용이 정지된 사람이 없어요.
muted-line = - { $person } · { $until } · 처리: { $moderator }
muted-more = - 외 { $more }명
muted-now = { $person } 님의 Easel 이용을 정지했어요({ $until }). { -slash-unmute }로 해제할 수 있어요.
unmuted-now = { $person } 님이 다시 Easel을 쓸 수 있어요.
was-not-muted = { $person } 님은 이용이 정지된 상태가 아니에요.

## What was done, in the audit log: a line of a moment, who did it, and this

entry = { $moment } { $who }: { $action }
entry-reports = 신고
action-hidden-reports = 이미지 자동 숨김({ $whom }, 신고 { $reports }건)
action-kept = 신고된 이미지 유지({ $whom }, 신고 { $reports }건)
action-hidden = 신고된 이미지 숨김({ $whom }, 신고 { $reports }건)
action-deleted = 신고된 이미지 삭제({ $whom }, 신고 { $reports }건)
action-reopened = 이미지 다시 결정({ $whom })
action-muted = 이용 정지({ $whom }, { $until })
action-unmuted = 이용 정지 해제({ $whom })
action-theme-opened = 테마 시작
action-theme-closed = 테마 종료
action-settings = 설정 변경
action-key-entered = 이 서버의 이미지 생성 서비스 키 입력
action-key-removed = 이 서버의 이미지 생성 서비스 키 삭제
