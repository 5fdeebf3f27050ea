## Buttons, at most 80 characters each

button-cancel = キャンセル
button-again = もう一度リクエスト
button-reword = プロンプトを変更

## How far it is

too-late-to-cancel = すでに完了していたため、キャンセルできませんでした。結果は返答にあります。
gone = このリクエストの記録はもうありません。コマンドをもう一度使ってください。

waiting = { $before ->
        [0] 次に始まります
       *[other] 前に{ $before }件待っています
    }
ready-in = あと約{ $time }で完成
drawing = 描画中（{ $time }経過）
usually = 通常は約{ $time }
restarting = Easelを再起動中です。自動で続きから再開します
busy = 画像生成サービスが混み合っています。{ $when }再開します
soon = まもなく
short-of-time = -# 時間がかかり、この返答の表示期限を過ぎるかもしれません。その場合、画像は /history にあります。
