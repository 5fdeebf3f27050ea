## Buttons, at most 80 characters each

share-button-share = 공유
share-button-remix = 리믹스
share-button-info = 정보
share-button-report = 신고
share-button-unshare = 공유 취소
share-button-previous = 이전
share-button-next = 다음
share-button-another = 다른 이미지

## The form behind Share: its title and fields, at most 45 characters each

share-form-title = 이 서버에 공유
share-form-prompt = 프롬프트
share-form-show = 이미지 아래에 표시
share-form-hide = 숨기기
share-form-theme = 참여할 테마
share-form-no-theme = 없음

## A shared picture and its message

hidden = 이 이미지는 운영진이 확인할 때까지 숨겨져 있어요.
hidden-title = 잠시 숨김
gone-title = 공유 취소됨
secret-title = 프롬프트를 공개하지 않은 이미지
secret-alt = 프롬프트 없이 공유된 이미지.
shared-by = { $prompt } · { $person }
shared-by-secret = { $person } (프롬프트 비공개)
shared-for = 테마 **{ $theme }**
shared = 공유했어요: [이미지 보기]({ $link })
shared-hint = -# { -slash-gallery-mine }에서 취소할 수 있어요.
shared-nowhere = 공유했어요.
unshared = 공유를 취소하고 이미지가 표시된 메시지를 모두 삭제했어요.
unshared-but = 공유를 취소했지만 Discord 권한 때문에 다음 메시지는 삭제하지 못했어요: { $links }
left-message = 메시지 { $number }
unshared-hint = 기록해 두었고 계속 삭제를 시도할게요. 운영진이 직접 삭제할 수도 있어요.
info-hearts = 하트
info-shared = 공유 시각
prompt-for-you = -# 이 프롬프트는 나에게만 보여요.
prompt-kept = { $person } 님이 프롬프트를 공개하지 않았어요.

## /gallery

nothing-gallery = 조건에 맞는 공유 이미지가 아직 없어요. 내 이미지 아래의 ‘공유’ 버튼으로 공유해 보세요.
nothing-mine = 여기에 공유한 이미지가 없어요. 내 이미지 아래의 ‘공유’ 버튼으로 공유할 수 있어요.
page-by = { $person }
page-place = { $head } · { $place } / { $count }
page-hidden = -# 운영진이 확인할 때까지 다른 사람에게는 보이지 않아요.
head = { $of_one ->
        [true] { $by } · {""}
       *[false] {""}
    }{ $order ->
        [top] 하트를 많이 받은 이미지
       *[new] 최신 이미지
    } · { $span ->
        [week] 최근 7일
        [month] 최근 30일
       *[ever] 전체 기간
    }
head-mine = 여기에 공유한 내 이미지
head-random = 무작위 이미지

## Themes

no-themes = 진행 중인 테마가 없어요.
theme-opened = **{ $theme }** 테마가 { $until }까지 열려요. 참여한 이미지는 { $channel }에 게시돼요. ‘공유’ 양식에서 고를 수 있어요.
theme-closed = **{ $theme }** 테마가 끝났어요. 하트를 가장 많이 받은 이미지를 { $channel }에서 발표해요.
theme-line = - **{ $theme }** · { $channel } · { $until }까지
theme-over = 테마 종료: { $theme }
theme-best = 하트를 가장 많이 받은 이미지:
theme-none-hearted = 하트를 받은 이미지가 없어요.

## Pictures of the week

week-title = 이번 주 인기 이미지
week-line = { $number }. { $person } · { $hearts }
sheet-alt = 목록과 같은 번호를 붙인 섬네일 { $pictures }장.
hearts = 하트 { $hearts }개
