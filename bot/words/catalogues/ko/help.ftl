make-title = **이미지 만들기**
make-command = `/imagine 눈 속의 여우 품질:high 개수:{ $n }`
make-mention = `{ $bot } 눈 속의 여우 --size portrait --quality high`
message-options = -# 메시지에서는 옵션을 맨 끝에 써요: { $options }
change-title = **이미지 바꾸기**
change-reply = { $of_all ->
        [true] 아무 이미지에나
       *[false] 제가 만든 이미지에
    } 답장: `{ $bot }밤으로 바꿔 줘`, 두 번째 이미지라면 `{ $bot }2: 밤으로 바꿔 줘`
change-menu = 메시지 메뉴에서: **앱 > 이미지 편집**, 또는 다음 { -slash-imagine }이나 { -slash-edit }에 쓰려면 **앱 > 참고 이미지로 사용**
change-command = `/edit 밤으로 바꿔 줘 이미지:…` 내 파일을 바꿀 수 있어요.
change-part = **일부만:** 양식의 ‘어디를 바꿀까요?’에서 고르거나, 휴대폰 등에서 한 가지 색으로 칠한 이미지를 마스크로 주세요. 동그라미를 치면 그 안쪽이 바뀌어요. 비용이 들기 전에 바뀔 곳을 먼저 보여 드려요.
result-title = **이미지 아래 버튼**
result-buttons = **다시**는 한 번 더 요청(더 크게도 가능), { $edits ->
        [true] **편집**과 **변형**은 그 이미지로 작업, **더 크게**는 두 배 크기로 다시 만들기, **확장**은 바깥을 그려 넣거나 배경 제거,{" "}
       *[false] {""}
    }**정보**는 자세한 정보{ $edits ->
        [true] 와 원본 이미지
       *[false] {""}
    }. 비용은 누른 사람에게 적용돼요.
result-share = **공유**를 누르면 내 이미지가 서버 갤러리에 올라가 하트와 리믹스를 받을 수 있어요. `/gallery`에서 볼 수 있어요. 문제가 있는 이미지는 **신고**로 운영진에게 알려 주세요.
after-title = **관리하기**
after-commands = { $edits ->
        [true] { -slash-history } 최근 이미지, { -slash-tree } 이미지의 계보, { -slash-references } 참고 이미지, { -slash-usage } 사용량, { -slash-privacy } 내 이미지를 편집할 수 있는 사람.
       *[false] { -slash-history } 최근 이미지, { -slash-usage } 사용량.
    }
after-records = { -slash-export-me }로 저장된 내 데이터를 모두 받고, { -slash-forget-me }로 삭제할 수 있어요.
after-moderators = 운영진은 여기서 다른 사람의 요청을 **취소**하거나 **삭제**하고, { -slash-reports }로 신고를 처리하고, { -slash-mute }로 이용을 정지하고, `/theme`으로 테마를 열고, { -slash-audit }로 기록을 볼 수 있어요. { -slash-usage }에는 서버의 사용량도 나와요.
after-managers = 서버 관리자는 { $edits ->
        [true] { -slash-privacy }에서 멤버가 올린 이미지를, { -slash-settings }에서 그 밖의 모든 것을 정할 수 있어요.
       *[false] { -slash-settings }에서 모든 것을 정할 수 있어요.
    }
free = -# 여기 이미지는 AI 모델 없이 그리는 데모이고 무료예요.
