## The form that reports a picture: its title and fields, at most 45 characters each

report-title = モデレーターに通報
report-reason = どのような問題がありますか？
report-words = 補足があれば書いてください

## Under a field, and reasons to choose from: at most 100 characters each

report-hint = このサーバーのモデレーターが読みます。誰が通報したかは伝えられません。
reason-sexual = 性的な内容
reason-violent = 暴力的、または怖い内容
reason-hateful = 差別的、または侮辱的な内容
reason-person = 本人が望まない人物が描かれている
reason-other = その他

## What came of a report

reported-taken = ありがとうございます。モデレーターに伝えました。判断されるまで画像は表示されたままです。
reported-hides = ありがとうございます。ほかの人からも通報があったため、モデレーターが判断するまで画像を非表示にしました。
reported-known = この画像はすでに通報済みで、モデレーターに伝わっています。通報は1人1回です。

## The buttons of a case, at most 80 characters each

verdict-keep = 残す
verdict-hide = 非表示
verdict-delete = 削除
verdict-reopen = 判断し直す
verdict-mute-hour = 1時間利用停止
verdict-mute-day = 1日利用停止
verdict-mute = 無期限で利用停止
case-button-further = 次のもの
case-button-older = 古いもの
look = { $place }番を見る

## A case: a picture that was reported

case-title = 通報された画像
filtered = -# Discordのフィルターにより、ここでは画像を表示できません。
blocked = -# プロンプトか通報の言葉がDiscordにブロックされるため、ここには表示できません。{ -slash-reports } で確認できます。
count = 通報{ $reports }件
by = 作成者: { $person }
by-small = { $place }. 作成者: { $person } · { $count } · { $standing }
not-kept = -# この画像はもう保存されていません。
prompt-secret = -# プロンプトはギャラリーで非公開のため、ここにも表示しません。
reason-line = - { $reason }: { $number }件
quote = > 「{ $words }」
someone = データを削除した人
standing-shared = 判断されるまで表示中
standing-hidden = 判断されるまで非表示
standing-gone = その後取り消し済み。「残す」を選ばない限り、再び共有できません
standing-decided = { $person }が{ $state ->
        [kept] 「残す」
        [hidden] 「非表示」
       *[deleted] 「削除」
    }と判断

## What came of a decision

decided-already = すでに{ $person }が{ $state ->
        [kept] 「残す」
        [hidden] 「非表示」
       *[deleted] 「削除」
    }と判断しています。
waits-already = この画像はすでに判断待ちです。
decided-mute = { $person }の利用を{ $time ->
        [hour] 1時間
        [day] 1日間
       *[ever] 無期限で
    }停止しました。{ $waits ->
        [true] 画像はまだ判断待ちです。
       *[false] {""}
    }
decided-keep = 画像を残します。あと3人が通報すると、再び非表示になります。
decided-keep-gone = 画像はその後取り消されましたが、再びここで共有できます。
decided-hide = 画像を非表示にしました。
decided-delete = 画像をギャラリーから削除しました。ここで再び共有することはできません。
decided-reopen = 画像は今の状態のまま、判断待ちに戻りました。
messages-left = 表示中のメッセージのうち{ $messages }件は、Discordの制限でまだ変更できません。引き続き試みます。

## Lists

cases = 判断待ちの通報された画像:
no-cases = 判断待ちの画像はありません。
no-further-cases = 判断待ちの画像はこれ以上ありません。
nothing-on-record = ここの記録はまだありません。

## Mutes

for-good = 無期限
until = { $moment }まで
nobody-muted = ここで利用を停止されている人はいません。
muted-line = - { $person } · { $until } · 対応: { $moderator }
muted-more = - ほか{ $more }人
muted-now = { $person }のEaselの利用を停止しました（{ $until }）。{ -slash-unmute } で解除できます。
unmuted-now = { $person }は再びEaselを使えます。
was-not-muted = { $person }の利用は停止されていません。

## What was done, in the audit log: a line of a moment, who did it, and this

entry = { $moment } { $who }: { $action }
entry-reports = 通報
action-hidden-reports = { $reports }人が通報した{ $whom }の画像を自動で非表示
action-kept = { $reports }人が通報した{ $whom }の画像を残す
action-hidden = { $reports }人が通報した{ $whom }の画像を非表示
action-deleted = { $reports }人が通報した{ $whom }の画像を削除
action-reopened = { $whom }の画像の判断をやり直し
action-muted = { $whom }の利用を停止（{ $until }）
action-unmuted = { $whom }の利用停止を解除
action-theme-opened = テーマを開始
action-theme-closed = テーマを終了
action-settings = 設定を変更
action-key-entered = このサーバー独自の画像生成サービスのキーを入力
action-key-removed = このサーバー独自の画像生成サービスのキーを削除
