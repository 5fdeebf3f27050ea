make-title = **画像を作る**
make-command = `/imagine 雪の中のキツネ 品質:high 枚数:{ $n }`
make-mention = `{ $bot } 雪の中のキツネ --size portrait --quality high`
message-options = -# メッセージではオプションを最後に書きます: { $options }
change-title = **画像を変える**
change-reply = { $of_all ->
        [true] 好きな画像
       *[false] 私の画像
    }に返信: `{ $bot }夜にして`。2枚目だけなら `{ $bot }2: 夜にして`
change-menu = メッセージのメニューから: **アプリ > 画像を編集**。**アプリ > 参考画像にする** は次の { -slash-imagine } や { -slash-edit } で使います。
change-command = `/edit 夜にして 画像:…` で自分のファイルを使えます。
change-part = **一部だけ:** フォームの「どこを変えますか？」で選ぶか、スマホなどで1色に塗った画像をマスクとして渡します。丸で囲むと、その内側が対象です。料金がかかる前に場所を確認できます。
result-title = **画像の下のボタン**
result-buttons = **もう一度** で再リクエスト（大きくも可）、{ $edits ->
        [true] **編集** と **バリエーション** でその画像から作成、**サイズアップ** で2倍の大きさに、**拡張** で外側の描き足しや被写体の切り抜き、
       *[false] {""}
    }**情報** で詳細{ $edits ->
        [true] と元の画像
       *[false] {""}
    }。料金は押した人の負担です。
result-share = **共有** で自分の画像をサーバーのギャラリーに公開すると、ハートやリミックスがもらえます。`/gallery` で見られます。問題のある画像は **通報** でモデレーターに知らせてください。
after-title = **管理する**
after-commands = { $edits ->
        [true] { -slash-history } 最近の画像、{ -slash-tree } 画像の系譜、{ -slash-references } 参考画像、{ -slash-usage } 利用状況、{ -slash-privacy } 編集を許可する人。
       *[false] { -slash-history } 最近の画像、{ -slash-usage } 利用状況。
    }
after-records = { -slash-export-me } で保存しているあなたのデータをすべて受け取り、{ -slash-forget-me } で削除できます。
after-moderators = モデレーターは、ここでほかの人のリクエストを **キャンセル**・**削除** でき、{ -slash-reports } で通報への対応、{ -slash-mute } で利用停止、`/theme` でテーマの開催、{ -slash-audit } で記録の確認ができます。{ -slash-usage } ではサーバーの利用状況も見られます。
after-managers = サーバー管理者は、{ $edits ->
        [true] { -slash-privacy } でメンバーの投稿画像の扱いを、{ -slash-settings } でそれ以外を決められます。
       *[false] { -slash-settings } で各種設定を決められます。
    }
free = -# ここの画像はAIを使わないデモで、無料です。
