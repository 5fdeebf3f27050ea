## Buttons under a result, at most 80 characters each

result-again = 다시
result-edit = 편집
result-vary = 변형
result-larger = 더 크게
result-extend = 확장
result-compare = 비교
result-as-drawn = 그린 그대로
result-exact = 원본 유지
result-info = 정보
result-delete = 삭제

## What can be done with a whole picture: buttons and titles of forms, at most 45 characters each

task-zoom-1-5 = 줌아웃 1.5배
task-zoom-2 = 줌아웃 2배
task-pan-left = 왼쪽으로 넓히기
task-pan-right = 오른쪽으로 넓히기
task-pan-up = 위로 넓히기
task-pan-down = 아래로 넓히기
task-cut-out = 배경 제거
task-enlarge = 더 크게

## The menu of Extend, and its form

extend-text =
    {"**"}줌아웃**과 **넓히기**는 이미지 바깥을 그려 넣고, 원본은 그대로 남겨요. **배경 제거**는 대상만 남기고 배경을 투명하게 해요.
    -# 선택하기 전에는 비용이 들지 않아요.
extend-prompt = 무엇을 그려 넣을까요?
extend-hint = 비워 두면 장면을 이어서 그려요.
unsaid-extend = 장면 이어 그리기
unsaid-cut-out = 배경을 제거한 대상

## Asking for the same again

again-title = 다시: 그대로, 더 크게, 더 높은 품질로?
again-same = 같은 크기
more-quality = 품질 { $quality }

## Which of several pictures, at most 100 characters each

which-picture = 어떤 이미지로 할까요?
picture-label = 이미지 { $place }
all-pictures = { $pictures }장 모두 함께

## The form that edits: its title and fields, at most 45 characters each

form-title = 이미지 편집
form-prompt = 무엇을 바꿀까요?
form-words = 어떤 이미지를 만들까요?
form-which = 어떤 이미지로 할까요?
form-quality = 품질
form-where = 어디를 바꿀까요?
form-mask = 또는 마스크

## Under its fields, and parts to choose from: at most 100 characters each

form-hint-where = 부분 또는 A1(왼쪽 위)부터 D4까지 4 x 4 격자의 칸. 비용이 들기 전에 먼저 보여 드려요.
form-hint-mask = 바꿀 곳을 한 가지 색으로 칠한 이미지, 흑백 마스크 또는 구멍을 낸 이미지
area-everything = 전체
area-centre = 가운데
area-top = 위쪽 절반
area-bottom = 아래쪽 절반
area-left = 왼쪽 절반
area-right = 오른쪽 절반
not-there = 선택한 곳을 뺀 나머지

## Buttons of the overlay, at most 80 characters each

preview-go = 실행
preview-repaint = 칠한 곳 다시 그리기
preview-follow = 표시한 대로 그리기
preview-invert = 반전
preview-cancel = 취소

## The overlay: which part changes, shown before it is paid for

shown-first = 바꿀 곳을 먼저 요청한 사람에게 보여 주고 있어요. 아직 비용은 들지 않았어요.
draft-dropped = 취소했어요. 아무것도 보내지 않았고 비용도 들지 않았어요.
draft =
    {"**"}{ $prompt }**
    { $everything ->
        [true] 이미지 전체를 다시 그려요. 남겨 두고 싶은 곳이 있다면 아래에서 바꿀 부분을 고르세요.
       *[false] 색이 입혀진 부분(이미지의 { $share })만 다시 그리고 나머지는 그대로 둬요. 아래에서 다른 부분을 고르거나 ‘반전’을 누르세요.
    }{ $asks ->
        [true] {" "}아니면 그려 넣은 선, 화살표, 글자를 지시로 따르고 이미지에는 남기지 않을까요?
       *[false] {""}
    }
    -# 나에게만 보이는 메시지예요. { $asks ->
        [true] 선택하기
       *[false] ‘실행’을 누르기
    } 전에는 비용이 들지 않아요.
share = { $bound ->
        [least] 1% 미만
        [most] 99% 초과
       *[none] { $percent }%
    }
draft-alt = A~D의 네 열과 네 행으로 나눈 격자가 표시된 이미지. 색이 입혀진 곳은 { $named ->
        [true] 다음 부분{ $inverted ->
            [true] 을 뺀 나머지: { $parts }
           *[false] : { $parts }
        }
       *[false] { $inverted ->
            [true] 일부를 뺀 나머지
           *[false] 칠해진 부분
        }
    }.

## The comparison of before and after; the two labels are drawn into the picture

compared-before = 전
compared-after = 후
comparison = 변경 전과 후 **{ $prompt }**
comparison-alt = 다음 변경의 전과 후를 나란히 놓은 이미지 두 장: { $prompt }

## Deleting

delete-title = 완전히 삭제할까요?
delete-question = { $pictures ->
        [1] 이 이미지를
       *[other] 이 이미지 { $pictures }장을
    } 여기와 다시 게시된 모든 곳, /history에서 프롬프트까지 완전히 삭제해요. 이 이미지로 만든 다른 이미지는 남아요. 환불되지 않아요.
deleted = 이미지와 이미지가 표시된 메시지를 모두 삭제했어요.
deleted-but = 저장된 데이터에서는 삭제했지만, 이미지가 표시된 메시지 { $messages }개는 삭제하지 못했어요. 운영진이 직접 삭제할 수 있어요.{ $retried ->
        [true] {" "}공유된 곳은 기록해 두었고, 계속 삭제를 시도할게요.
       *[false] {""}
    }

## References: pictures that are put aside for the next request

references-none = 참고 이미지가 없어요. 메시지 메뉴에서 ‘앱’ > ‘참고 이미지로 사용’을 선택하면 다음 /imagine이나 /edit에 그 이미지를 함께 써요.
references-clear = 비우기
references-cleared = 비웠어요. 다음 요청에는 참고 이미지를 쓰지 않아요.
references = { $until }까지 다음 /imagine이나 /edit에 이미지 { $pictures }장을 함께 써요.

## Answers to messages

greeting = 이미지에 답장하면서 저를 멘션하고 바꿀 내용을 적어 주세요. 새로 그리려면 저를 멘션하고 그릴 것을 적어 주세요. 자세한 내용은 /help에 있어요.
said-alone = 회원님에게만 보여 드릴 답변이 있는데, Discord 설정 때문에 DM을 보낼 수 없어요. 여기서 /imagine을 사용하면 볼 수 있어요. 비용은 들지 않았어요.
told-alone = 답변은 요청한 사람에게만 보여요.
passing = -# 회원님에게만 드리는 답변이라 { $when }에 삭제할게요.
proxied = 이 메시지는 다른 앱이 대신 올린 거라서 누가 요청했는지, 누구의 이미지인지, 누가 비용을 내는지 알 수 없어요. 그 앱 없이 쓰거나 /imagine을 사용해 주세요. 비용은 들지 않았어요.
about-message = { $channel } 채널의 { $link } 메시지에 대한 답변:
about-channel = { $channel } 채널에서 하신 요청에 대한 답변:
taken-in = **{ $prompt }** · 접수 중
taken-in-wordless = 접수 중
unnamed-person = 누군가
unnamed-role = 역할
unnamed-channel = 채널

## Privacy: buttons, at most 80 characters each

privacy-allow = 다른 사람의 내 이미지 편집 허용
privacy-forbid = 다른 사람의 내 이미지 편집 금지
privacy-allow-here = 서버: 멤버가 올린 이미지 편집 허용
privacy-forbid-here = 서버: 다른 사람이 올린 이미지 편집 금지

## What /privacy says

privacy-yours = 내 이미지
privacy-edits = { $allowed ->
        [true] 내가 만들거나 올린 이미지를 다른 사람도 편집할 수 있어요.
       *[false] 내가 만들거나 올린 이미지를 다른 사람은 편집할 수 없어요.
    }
privacy-private = 나에게만 보이는 결과의 이미지는 언제나 나만 쓸 수 있어요.
privacy-server = 이 서버
privacy-uploads = { $allowed ->
        [true] 다른 사람이 여기에 올린 이미지도 주인이 허용했다면 편집할 수 있어요.
       *[false] 멤버가 올린 이미지는 다른 사람이 편집할 수 없어요. Easel이 만든 이미지는 편집할 수 있어요.
    }
privacy-manages = -# 서버 관리 권한이 있어서 서버의 규칙도 바꿀 수 있어요.

switch = { $model } 사용
