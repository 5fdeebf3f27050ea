## The page

page-title = Easel 체험 공간
page-brand = SimCord에서 실행 중
page-restart = Easel 다시 시작
page-restarting = 다시 시작하는 중…
page-restart-failed = 다시 시작하지 못했어요. 터미널을 확인하세요
page-apps = 앱

## The little Discord

guild = Easel 체험 공간
topic-pictures = /를 입력하면 명령어가 보여요
topic-gallery = 공유된 이미지
topic-moderators = 신고된 이미지
moderators = 운영진
mira = Mira (운영진)

## The welcome: a title, a text, fields with a title and a text each, and a line at the end

welcome = 체험 공간에 오신 것을 환영해요
where = 이 컴퓨터 안에만 있는 Discord에서 진짜 봇이 돌아가고 있어요. 위의 “Viewing as”에서 Ada, Bruno, Mira(운영진)가 될 수 있어요. 탭을 더 열면 동시에 여러 사람이 될 수 있어요.
title-make = 이미지 만들기
make = `/imagine`을 입력하고 그리고 싶은 것을 적으세요. `n`, `quality`, `size` 등은 **more**에 있어요.
title-change = 이미지 바꾸기
change = `/edit`에 바꿀 내용과 이미지, 다시 그릴 곳이 흰색인 `mask`를 넣으세요. 써 볼 파일이 두 개 있어요:
title-work-on = 이어서 작업하기
work-on =
    이미지에 답장해 보세요: `@Easel 밤으로 바꿔 줘`. 이미지 아래의 버튼도 눌러 보세요. **편집**으로 일부만 바꿀 수 있어요.
    누군가의 이미지에서 **앱** > **이미지 편집**을 선택해 보세요. 위의 **Easel 다시 시작**을 눌러도 아무것도 사라지지 않아요.
title-share = 공유하기
share = 내 이미지 아래의 **공유**를 누르면 **# gallery**에 올라가요. 위의 채널 목록에서 이동한 뒤 다른 사람이 되어 하트를 주거나 리믹스하거나 신고해 보세요. 신고는 Mira만 볼 수 있는 **# moderators**로 가요. Mira로 `/settings`를 쓰면 서버에서 정할 수 있는 모든 것이 나와요.
title-look-back = 돌아보기
look-back = `/history`는 최근 요청, `/usage`는 사용량, `/help`는 할 수 있는 모든 것을 보여 줘요.
title-phrases = 이런 상황도 확인해 보세요
phrases = 프롬프트에 다음 말을 넣어 보세요: `demo:slow=20`(그리는 과정이 보이고 **취소**로 멈출 수 있어요), `demo:refuse`, `demo:rate`, `demo:quota`, `demo:outage`, `demo:broken`, `demo:big`.
demo = 내장된 데모 API가 이미지를 그려요(AI 모델 없음). 데이터가 이 컴퓨터 밖으로 나가지 않고 비용도 들지 않아요.
real = 설정한 이미지 생성 서비스에서 이미지를 받아요. 한 장마다 실제 비용이 들어요.
gone = 체험 공간을 끝내면 여기 있는 내용이 모두 사라져요.
