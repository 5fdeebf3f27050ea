## Buttons, at most 80 characters each

share-button-share = 共有
share-button-remix = リミックス
share-button-info = 情報
share-button-report = 通報
share-button-unshare = 共有を取り消す
share-button-previous = 前へ
share-button-next = 次へ
share-button-another = 別の1枚

## The form behind Share: its title and fields, at most 45 characters each

share-form-title = このサーバーで共有
share-form-prompt = プロンプト
share-form-show = 画像の下に表示する
share-form-hide = 表示しない
share-form-theme = 参加するテーマ
share-form-no-theme = なし

## A shared picture and its message

hidden = この画像は、モデレーターが確認するまで非表示です。
hidden-title = 一時的に非表示
gone-title = 取り消し済み
secret-title = プロンプト非公開の画像
secret-alt = プロンプトを公開せずに共有された画像。
shared-by = { $prompt } 作: { $person }
shared-by-secret = 作: { $person }（プロンプト非公開）
shared-for = テーマ **{ $theme }**
shared = 共有しました: [画像を見る]({ $link })
shared-hint = -# { -slash-gallery-mine } で取り消せます。
shared-nowhere = 共有しました。
unshared = 共有を取り消し、表示していたメッセージをすべて削除しました。
unshared-but = 共有を取り消しましたが、次のメッセージはDiscordの制限により削除できません: { $links }
left-message = メッセージ{ $number }
unshared-hint = 記録してあり、引き続き削除を試みます。モデレーターが手動で削除することもできます。
info-hearts = ハート
info-shared = 共有日時
prompt-for-you = -# このプロンプトはあなただけに表示されています。
prompt-kept = { $person }はプロンプトを公開していません。

## /gallery

nothing-gallery = 条件に合う共有画像はまだありません。あなたの画像の下の「共有」で共有できます。
nothing-mine = ここで共有した画像はありません。あなたの画像の下の「共有」で共有できます。
page-by = 作: { $person }
page-place = { $head } · { $place } / { $count }
page-hidden = -# モデレーターが確認するまで、ほかの人には表示されません。
head = { $of_one ->
        [true] { $by } · {""}
       *[false] {""}
    }{ $span ->
        [week] 過去7日間
        [month] 過去30日間
       *[ever] 全期間
    }の{ $order ->
        [top] 人気画像
       *[new] 新着画像
    }
head-mine = あなたがここで共有した画像
head-random = ランダムな1枚

## Themes

no-themes = 開催中のテーマはありません。
theme-opened = テーマ **{ $theme }** を{ $until }まで開催します。参加画像は { $channel } に投稿されます。「共有」のフォームで選べます。
theme-closed = テーマ **{ $theme }** を終了しました。ハートの多い画像を { $channel } で発表します。
theme-line = - **{ $theme }** · { $channel } · { $until }まで
theme-over = テーマ終了: { $theme }
theme-best = ハートの多かった画像:
theme-none-hearted = ハートの付いた画像はありませんでした。

## Pictures of the week

week-title = 今週の人気画像
week-line = { $number }. { $person } · { $hearts }
sheet-alt = 一覧と同じ番号を付けたサムネイル{ $pictures }枚。
hearts = ハート{ $hearts }
