## The message; its title, text and the select of its parts

overview-title = 이 서버의 Easel
overview-intro = 여기서 정한 설정이 봇의 기본값보다 우선해요. 바꿀 항목을 아래에서 선택하세요.
overview-section = 바꿀 항목

## Its parts, in their order, at most 100 characters each

section-channels = 채널과 갤러리
section-who = 사용할 사람과 장소
section-models = 모델과 옵션
section-defaults = 기본값
section-budgets = 이용 한도와 제한
section-friendly = 안전한 이용
section-privacy = 개인정보 보호
section-key = 서버 키

## Selects, at most 150 characters each

select-gallery-channel-id = 갤러리: 텍스트 또는 포럼 채널
select-reports-channel-id = 신고: 운영진이 보는 채널
select-language = 모두가 보는 답변의 언어: 비워 두면 서버의 언어
select-doing = 대상 기능
select-where = 장소: 비워 두면 모든 채널
select-whose = 역할: 비워 두면 모두
select-models = 모델: 비워 두면 모두
select-qualities = 품질: 비워 두면 모두
select-sizes = 크기: 비워 두면 모두
select-default-model = 모델: 비워 두면 봇의 기본값
select-default-quality = 품질: 비워 두면 봇의 기본값
select-default-size = 크기: 비워 두면 봇의 기본값
select-moderation = 이미지 생성 서비스의 검토 기준
select-low-moderation-channel-ids = 검토 기준을 가장 낮출 연령 제한 채널
select-budget = 역할별 이용 한도: 역할 선택

## Buttons, at most 80 characters each

button-weekly-on = 이번 주 인기 이미지 게시
button-weekly-off = 이번 주 인기 이미지 게시 안 함
button-streaming-on = 그리는 과정 보여 주기
button-streaming-off = 그리는 과정 보여 주지 않기
button-masked-edits-on = 마스크 편집: 나머지는 원본 그대로 유지
button-masked-edits-off = 마스크 편집: 모델이 그린 그대로
button-uploads-on = 멤버가 올린 이미지 편집 허용
button-uploads-off = 다른 사람이 올린 이미지 편집 금지
button-n-limit = 요청당 최대 이미지 수
button-default-n = 요청당 이미지 수
button-user = 멤버별 이용 한도
button-server = 서버 이용 한도
button-limits = 진행 중인 요청
button-words = 금지어 목록
button-correct = 수정하기

## What can be opened to some channels and roles alone, at most 100 characters each

doing-imagine = 이미지 만들기
doing-edit = 이미지 바꾸기
doing-share = 갤러리에 공유하기

## How strict the images service is; the first word is its own name for it; at most 100 characters each

moderation-auto = auto: 이미지 생성 서비스의 기본 검토 기준
moderation-low = low: 가장 느슨한 기준

## Titles of forms, at most 45 characters each

form-n-limit = 요청 하나의 최대 이미지 수
form-default-n = 따로 정하지 않았을 때의 이미지 수
form-user = 멤버별 이용 한도
form-role = 역할에 속한 멤버별 이용 한도
form-server = 서버 전체 이용 한도
form-limits = 동시에 진행할 수 있는 요청 수
form-words = 금지할 단어와 구절

## Fields of forms, at most 45 characters each

field-n-limit = 이미지 수
field-default-n = 이미지 수
field-pictures-day = 하루 이미지 수
field-pictures-month = 한 달 이미지 수
field-microusd-day = 하루 금액(달러)
field-microusd-month = 한 달 금액(달러)
field-jobs-per-user = 멤버 한 명당
field-jobs-per-server = 서버 전체
field-words = 한 줄에 단어나 구절 하나

## Under fields, at most 100 characters each

empty-is-inherited = 비워 두면 봇의 기본값
words-hint = 단어 전체가 일치할 때만 적용. 대소문자, 악센트, 비슷하게 생긴 글자는 구별하지 않아요

## What was typed and does not go

not-a-count = **{ $field }**: “{ $typed }”은(는) { $least }~{ $most } 사이의 숫자가 아니에요. 아무것도 바꾸지 않았어요. 아래 버튼으로 수정해 주세요.
not-an-amount = **{ $field }**: “{ $typed }”은(는) { $unit ->
        [pictures] 20 같은 정수가
       *[dollars] 2.50 같은 금액이
    } 아니에요. 아무것도 바꾸지 않았어요. 아래 버튼으로 수정해 주세요.
quoted = “{ $typed }”
words-left-out = { $full ->
        [true] 목록이 너무 길어서
       *[false] 글자나 숫자가 없어서
    } 뺀 것: { $words }. 나머지는 저장했어요.

## What is set, and what the bot has by itself

line = **{ $name }**: { $value }
line-inherited = **{ $name }**: *기본값: { $value }*
line-name-gallery = 갤러리
line-name-reports = 신고
line-name-weekly = 이번 주 인기 이미지
line-name-language = 언어
line-name-models = 모델
line-name-qualities = 품질
line-name-sizes = 크기
line-name-n-limit = 요청당 최대 이미지 수
line-name-streaming = 그리는 과정 보여 주기
line-name-masked-edits = 마스크 편집
masked-edits-exact = 원본 유지, 표시한 곳만 바뀜
masked-edits-as-drawn = 모델이 그린 그대로
line-name-default-model = 모델
line-name-default-quality = 품질
line-name-default-size = 크기
line-name-default-n = 이미지 수
line-name-jobs-per-user = 멤버 한 명의 진행 중인 요청
line-name-jobs-per-server = 서버의 진행 중인 요청
line-name-words = 금지어
line-name-strictness = 이미지 생성 서비스의 검토 기준
line-name-lowest-strictness = 가장 느슨한 기준
line-name-uploads = 멤버가 올린 이미지
on = 켜짐
off = 꺼짐
none = 없음
none-to-share = 없음(공유할 수 없어요)
language-of-discord = Discord에 설정된 서버 언어
all-of = 모두: { $names }
all-of-model = 모델이 지원하는 모든 값
up-to = 최대 { $number }장
at-most = 최대 { $number }개
instead = { $value } ({ $own } 값은 여기서 쓸 수 없음)
everybody-everywhere = 누구나 어디서나
opening = { $in_channels ->
        [true] { $channels }에서만
       *[false] 모든 채널
    }, { $for_roles ->
        [true] { $roles } 역할만
       *[false] 누구나
    }
strictness-own = 서비스 기본값
in-channels = { $channels }
in-no-channel = 해당 채널 없음
uploads = { $edited ->
        [true] 다른 사람도 편집할 수 있어요
       *[false] 다른 사람은 편집할 수 없어요
    }

## Warnings, on lines of their own

channel-gone = ⚠️ 채널이 없어졌거나 저에게 보이지 않아요.
channel-lacks = ⚠️ 이 채널에서 { $permissions } 권한이 없어요.
limit-lower = ⚠️ 봇 자체 제한({ $limit }개)이 더 낮아요.
unmarked = ⚠️ { $channels }에서는 적용되지 않아요. Discord에서 연령 제한으로 설정되어 있지 않아요.
strictness-unknown = ⚠️ 이 봇의 이미지 생성 서비스에는 검토 기준을 지정할 수 없어요.
misfit = ⚠️ { $setting } 설정({ $values })은 적용되지 않아요. { $why ->
        [off] 봇이 지원하지 않거나 더 이상 제공하지 않아요
        [over] 봇 자체 제한이 더 낮아요
       *[outside] 여기서 허용된 범위를 벗어나요
    }.
misfit-models = 모델
misfit-qualities = 품질
misfit-n-limit = 최대 이미지 수
misfit-default-model = 기본 모델
misfit-default-quality = 기본 품질
misfit-default-size = 기본 크기
misfit-default-n = 기본 이미지 수

## Budgets

budgets-none = **이용 한도**: 없음
budgets-by-key = *기본값: 없음(이 서버는 자체 키로 비용을 내요)*
budgets-inherited-none = *기본값: 봇의 이용 한도 없음*
budgets-inherited = *함께 적용되는 봇의 기본 이용 한도:*
budget-line = { $scope ->
        [role] { $role } 역할의 각 멤버
        [user] 각 멤버
        [server] 서버 전체
       *[bot] 모든 사용자 합계
    }: { $amounts }
budget-money = { $period ->
        [day] 하루
       *[month] 한 달
    } { $amount }
budget-pictures = { $period ->
        [day] 하루
       *[month] 한 달
    } { $amount }장
budgets-more = 외 { $more }개
