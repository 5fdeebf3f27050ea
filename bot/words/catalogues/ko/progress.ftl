## Buttons, at most 80 characters each

button-cancel = 취소
button-again = 다시 요청
button-reword = 프롬프트 바꾸기

## How far it is

too-late-to-cancel = 이미 끝나서 취소할 수 없었어요. 결과는 답변에서 확인하세요.
gone = 이 요청의 기록이 더 이상 없어요. 명령어를 다시 사용해 주세요.

waiting = { $before ->
        [0] 다음 차례
       *[other] 앞에 { $before }개 대기 중
    }
ready-in = 약 { $time } 뒤 완성
drawing = { $time }째 그리는 중
usually = 보통 약 { $time }
restarting = Easel을 다시 시작하는 중이에요. 자동으로 이어서 진행해요
busy = 이미지 생성 서비스가 붐벼요. { $when } 이어서 할게요
soon = 곧
short-of-time = -# 오래 걸려서 이 답변이 만료될 수 있어요. 그러면 이미지는 /history에 있어요.
