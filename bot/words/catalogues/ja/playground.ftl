## The page

page-title = Easelのプレイグラウンド
page-brand = SimCordで動作中
page-restart = Easelを再起動
page-restarting = 再起動中…
page-restart-failed = 再起動に失敗しました。ターミナルを確認してください
page-apps = アプリ

## The little Discord

guild = Easelプレイグラウンド
topic-pictures = / を入力するとコマンドが表示されます
topic-gallery = みんなの共有画像
topic-moderators = 通報された画像
moderators = モデレーター
mira = Mira（モデレーター）

## The welcome: a title, a text, fields with a title and a text each, and a line at the end

welcome = プレイグラウンドへようこそ
where = このコンピューターの中だけにあるDiscordで、本物のBotが動いています。上部の「Viewing as」で、Ada、Bruno、Mira（モデレーター）になれます。タブを増やせば、同時に何人にもなれます。
title-make = 画像を作る
make = `/imagine` に続けて描いてほしいものを入力します。`n`、`quality`、`size` などは **more** から選べます。
title-change = 画像を変える
change = `/edit` に変更内容と画像、描き直す部分が白い `mask` を指定します。試せるファイルが2つあります:
title-work-on = 続きを作る
work-on =
    画像に返信します: `@Easel 夜にして`。画像の下のボタンも使えます。**編集** では一部だけを変えられます。
    誰かの画像で **アプリ** > **画像を編集** を選びます。上部の **Easelを再起動** を押しても、何も失われません。
title-share = 共有する
share = 自分の画像の下の **共有** で **# gallery** に公開します。上部のチャンネル一覧から移動し、別の人になってハート、リミックス、通報を試せます。通報はMiraだけに見える **# moderators** に届きます。Miraで `/settings` を使うと、サーバーの設定がすべて見られます。
title-look-back = 振り返る
look-back = `/history` で最近のリクエスト、`/usage` で利用状況、`/help` でできることのすべて。
title-phrases = こんなときの動きも見られます
phrases = 次の言葉をプロンプトに入れてみてください: `demo:slow=20`（途中経過が表示され、**キャンセル** で止められます）、`demo:refuse`、`demo:rate`、`demo:quota`、`demo:outage`、`demo:broken`、`demo:big`。
demo = 画像は組み込みのデモAPIが描きます（AIモデルは使いません）。データはこのコンピューターから出ず、料金もかかりません。
real = 画像は、設定した画像生成サービスから届きます。1枚ごとに実際の料金がかかります。
gone = プレイグラウンドを終了すると、ここにあるものはすべて消えます。
