## Buttons under a result, at most 80 characters each

result-again = もう一度
result-edit = 編集
result-vary = バリエーション
result-larger = サイズアップ
result-extend = 拡張
result-compare = 比較
result-as-drawn = 描いたまま
result-exact = 元を維持
result-info = 情報
result-delete = 削除

## What can be done with a whole picture: buttons and titles of forms, at most 45 characters each

task-zoom-1-5 = ズームアウト 1.5倍
task-zoom-2 = ズームアウト 2倍
task-pan-left = 左に広げる
task-pan-right = 右に広げる
task-pan-up = 上に広げる
task-pan-down = 下に広げる
task-cut-out = 切り抜き
task-enlarge = サイズアップ

## The menu of Extend, and its form

extend-text =
    {"**"}ズームアウト** と **広げる** は、画像の外側を描き足します。元の画像はそのまま残ります。**切り抜き** は、被写体だけを透明な背景に残します。
    -# 選ぶまで料金はかかりません。
extend-prompt = 何を描き足しますか？
extend-hint = 空欄なら、続きの風景を描きます。
unsaid-extend = 続きの風景
unsaid-cut-out = 被写体の切り抜き

## Asking for the same again

again-title = もう一度: そのまま、大きく、高品質に？
again-same = 同じサイズ
more-quality = 品質 { $quality }

## Which of several pictures, at most 100 characters each

which-picture = どの画像にしますか？
picture-label = 画像{ $place }
all-pictures = { $pictures }枚すべてを一緒に

## The form that edits: its title and fields, at most 45 characters each

form-title = 画像を編集
form-prompt = 何を変えますか？
form-words = どんな画像にしますか？
form-which = どの画像にしますか？
form-quality = 品質
form-where = どこを変えますか？
form-mask = またはマスク

## Under its fields, and parts to choose from: at most 100 characters each

form-hint-where = 部分、またはA1（左上）からD4までの4 x 4のマス目。料金がかかる前に確認できます。
form-hint-mask = 変えたい場所を1色で塗った画像、白黒のマスク、または穴をあけた画像
area-everything = 全体
area-centre = 中央
area-top = 上半分
area-bottom = 下半分
area-left = 左半分
area-right = 右半分
not-there = 選んだ場所以外

## Buttons of the overlay, at most 80 characters each

preview-go = 実行
preview-repaint = 塗った部分を描き直す
preview-follow = 書き込みに従う
preview-invert = 反転
preview-cancel = キャンセル

## The overlay: which part changes, shown before it is paid for

shown-first = 変更する場所を、まず依頼した本人に表示しています。まだ料金はかかっていません。
draft-dropped = 取りやめました。何も送信されず、料金もかかっていません。
draft =
    {"**"}{ $prompt }**
    { $everything ->
        [true] 画像全体を描き直します。残したい部分がある場合は、下で変更する場所を選んでください。
       *[false] 色のついた部分（画像の{ $share }）を描き直し、ほかはそのまま残します。下で別の場所を選ぶか、「反転」を押してください。
    }{ $asks ->
        [true] 線や矢印、文字が指示の場合は、それに従って描き、書き込みを消すこともできます。
       *[false] {""}
    }
    -# これはあなただけに表示されています。{ $asks ->
        [true] どちらかを選ぶ
       *[false] 「実行」を押す
    }まで料金はかかりません。
share = { $bound ->
        [least] 1%未満
        [most] 99%超
       *[none] { $percent }%
    }
draft-alt = A～Dの4列と4行のマス目を重ねた画像。色がついているのは{ $named ->
        [true] 次の部分{ $inverted ->
            [true] 以外: { $parts }
           *[false] : { $parts }
        }
       *[false] { $inverted ->
            [true] 一部を除くすべて
           *[false] 塗られた部分
        }
    }。

## The comparison of before and after; the two labels are drawn into the picture

compared-before = 変更前
compared-after = 変更後
comparison = 変更前と変更後 **{ $prompt }**
comparison-alt = 次の変更の前と後を並べた2枚の画像: { $prompt }

## Deleting

# 最大45文字。
delete-title = 完全に削除しますか？
delete-question = { $pictures ->
        [1] この画像
       *[other] これらの画像{ $pictures }枚
    }を、ここからも、再投稿先からも、プロンプトごと /history からも完全に削除します。これをもとに作られた画像は残ります。返金はありません。
deleted = 画像と、それを表示していたメッセージをすべて削除しました。
deleted-but = 保存データからは削除しましたが、表示しているメッセージ{ $messages }件を削除できませんでした。モデレーターが手動で削除できます。{ $retried ->
        [true] 共有先のものは記録してあり、引き続き削除を試みます。
       *[false] {""}
    }

## References: pictures that are put aside for the next request

references-none = 参考画像はまだありません。メッセージのメニューで「アプリ」>「参考画像にする」を選ぶと、その画像が次の /imagine や /edit で使われます。
references-clear = クリア
references-cleared = クリアしました。次のリクエストでは参考画像を使いません。
references = { $until }まで、次の /imagine または /edit で画像{ $pictures }枚を使います。

## Answers to messages

greeting = 画像に返信して私にメンションし、変えたい内容を書いてください。新しく描くときは、メンションに続けて描いてほしいものを書いてください。詳しくは /help へ。
said-alone = あなただけに伝えたい返事がありますが、Discordの設定によりDMを送れません。ここで /imagine を使うと読めます。料金はかかっていません。
told-alone = 返答は依頼した本人だけに表示しています。
passing = -# あなただけへの返答なので、{ $when }に削除します。
proxied = このメッセージは別のアプリが代理で投稿したため、誰の依頼か、誰の画像か、誰の負担かがわかりません。そのアプリを使わずに書くか、/imagine を使ってください。料金はかかっていません。
about-message = { $channel } の { $link } について:
about-channel = { $channel } でのリクエストについて:
taken-in = **{ $prompt }** · 受付中
taken-in-wordless = 受付中
unnamed-person = 誰か
unnamed-role = ロール
unnamed-channel = チャンネル

## Privacy: buttons, at most 80 characters each

privacy-allow = 自分の画像の編集をほかの人に許可
privacy-forbid = 自分の画像の編集をほかの人に許可しない
privacy-allow-here = サーバー: メンバーの投稿画像の編集を許可
privacy-forbid-here = サーバー: ほかの人の投稿画像の編集を禁止

## What /privacy says

privacy-yours = あなたの画像
privacy-edits = { $allowed ->
        [true] あなたが作成・投稿した画像は、ほかの人も編集できます。
       *[false] あなたが作成・投稿した画像は、ほかの人は編集できません。
    }
privacy-private = 自分だけに表示した結果の画像は、常にあなただけのものです。
privacy-server = このサーバー
privacy-uploads = { $allowed ->
        [true] ほかの人がここに投稿した画像も、持ち主が許可していれば編集できます。
       *[false] メンバーが投稿した画像は、ほかの人は編集できません。Easelが作った画像は編集できます。
    }
privacy-manages = -# サーバー管理権限があるため、サーバーのルールも変更できます。

switch = { $model } を使う
