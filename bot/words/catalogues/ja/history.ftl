## Buttons, at most 80 characters each

history-button-newer = 新しいもの
history-button-older = 古いもの
history-button-post = ここに投稿
history-button-posting = 投稿中…
history-button-posted = 投稿しました
show = { $place }番を表示
again = { $place }番をもう一度
reword = { $place }番のプロンプトを変更

## The list

empty = まだ画像をリクエストしていません。/imagine を試してみてください。
nothing-older = これより古いものはありません。
head-newest = 最近のリクエスト（新しい順）:
head-older = 以前のリクエスト:

state-accepting = 受付中
state-waiting = 順番待ち
state-preparing = まもなく描画
state-calling = 描画中
state-drawn = まもなく投稿
state-failing = 失敗
state-delivered = 完了
state-failed = 失敗
state-undeliverable = 完成したが投稿できず
state-cancelled = キャンセル
pictures = { $pictures }枚
free = 無料
deleted = 削除済み
