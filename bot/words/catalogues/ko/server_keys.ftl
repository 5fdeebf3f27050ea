key-field = API 키
key-hint = 암호화해서 저장하고 다시 보여 주지 않아요. 이제부터 이 서버의 모든 요청 비용을 이 키로 내요.
remove-key = 키 삭제
choose-provider = 키 입력: 서비스 선택
form-title = { $provider } 키

no-member = 이 서버에는 제가 게스트로만 있어서 키를 저장하지 않아요. 먼저 저를 서버에 추가해 주세요.
removed = 키를 삭제했어요. 이제 이 서버의 비용은 다시 봇의 계정으로 내요.
entered-tried = { $provider }에서 이 키를 쓸 수 있어요. 이제부터 이 서버의 요청 비용을 이 키로 내요.
entered-without-money = ⚠️ { $provider }에서 이 키를 쓸 수 있지만 계정의 잔액이 부족하거나 한도를 넘었어요. 키는 저장했으니 충전하거나 키를 삭제해 주세요.
entered-untried = 키를 저장했지만 비용 없이는 확인할 수 없었어요. { $provider }에서 쓸 수 있는지는 첫 요청에서 알 수 있어요.
entered-rejected = ⚠️ { $provider }에서 이 키를 받아들이지 않아 아무것도 바꾸지 않았어요. 키를 복사해서 다시 입력해 주세요.
entered-malformed = ⚠️ 키가 아니라서 아무것도 바꾸지 않았어요. 키를 복사해서 다시 입력해 주세요.

## What /settings says of it

none = *없음: 봇의 계정으로 결제*
key = **{ $provider }** · { $person } 님이 { $moment } 입력
untried = 비용 없이는 확인할 수 없었어요. 쓸 수 있는지는 첫 요청에서 알 수 있어요.
unreadable = ⚠️ 키를 더 이상 읽을 수 없어서 요청을 거절하고 있어요. 다시 입력하거나 삭제해 주세요.
