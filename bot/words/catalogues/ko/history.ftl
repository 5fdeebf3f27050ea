## Buttons, at most 80 characters each

history-button-newer = 최신
history-button-older = 이전
history-button-post = 여기에 게시
history-button-posting = 게시 중…
history-button-posted = 게시됨
show = { $place }번 보기
again = { $place }번 다시 요청
reword = { $place }번 프롬프트 바꾸기

## The list

empty = 아직 이미지를 요청하지 않았어요. /imagine을 사용해 보세요.
nothing-older = 더 이전 요청이 없어요.
head-newest = 최근 요청(최신순):
head-older = 이전 요청:

state-accepting = 접수 중
state-waiting = 대기 중
state-preparing = 곧 그리기 시작
state-calling = 그리는 중
state-drawn = 곧 게시
state-failing = 실패
state-delivered = 완료
state-failed = 실패
state-undeliverable = 만들었지만 게시하지 못함
state-cancelled = 취소됨
pictures = { $pictures }장
free = 무료
deleted = 삭제됨
