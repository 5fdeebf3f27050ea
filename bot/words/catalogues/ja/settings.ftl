## The message; its title, text and the select of its parts

overview-title = このサーバーのEasel
overview-intro = ここでの設定は、Botのデフォルトより優先されます。変更する項目を下で選んでください。
overview-section = 変更する項目

## Its parts, in their order, at most 100 characters each

section-channels = チャンネルとギャラリー
section-who = 使える人と場所
section-models = モデルとオプション
section-defaults = デフォルト
section-budgets = 利用上限と制限
section-friendly = 安全対策
section-privacy = プライバシー
section-key = 独自のキー

## Selects, at most 150 characters each

select-gallery-channel-id = ギャラリー: テキストまたはフォーラムチャンネル
select-reports-channel-id = 通報: モデレーターが読むチャンネル
select-language = 全員に見える返答の言語（空欄ならサーバーの言語）
select-doing = 対象の機能
select-where = 場所: 空欄ならすべてのチャンネル
select-whose = ロール: 空欄なら全員
select-models = モデル: 空欄ならすべて
select-qualities = 品質: 空欄ならすべて
select-sizes = サイズ: 空欄ならすべて
select-default-model = モデル: 空欄ならBotのデフォルト
select-default-quality = 品質: 空欄ならBotのデフォルト
select-default-size = サイズ: 空欄ならBotのデフォルト
select-moderation = 画像生成サービスの審査の厳しさ
select-low-moderation-channel-ids = 審査を最も緩くする年齢制限チャンネル
select-budget = ロールの利用上限: ロールを選択

## Buttons, at most 80 characters each

button-weekly-on = 今週の人気画像を投稿する
button-weekly-off = 今週の人気画像を投稿しない
button-streaming-on = 描画の途中経過を表示する
button-streaming-off = 描画の途中経過を表示しない
button-masked-edits-on = マスクを使った編集: ほかの部分を完全に維持
button-masked-edits-off = マスクを使った編集: モデルが描いたまま
button-uploads-on = メンバーの投稿画像の編集を許可
button-uploads-off = ほかの人の投稿画像の編集を禁止
button-n-limit = 1回の枚数の上限
button-default-n = 1回の枚数
button-user = メンバーごとの利用上限
button-server = サーバーの利用上限
button-limits = 処理中のリクエスト
button-words = 禁止ワード
button-correct = 修正する

## What can be opened to some channels and roles alone, at most 100 characters each

doing-imagine = 画像の作成
doing-edit = 画像の変更
doing-share = ギャラリーでの共有

## How strict the images service is; the first word is its own name for it; at most 100 characters each

moderation-auto = auto: 画像生成サービスの標準の厳しさ
moderation-low = low: 選べる中で最も緩い

## Titles of forms, at most 45 characters each

form-n-limit = 1回のリクエストの最大枚数
form-default-n = 指定がないときの枚数
form-user = メンバーごとの利用上限
form-role = ロールのメンバーごとの利用上限
form-server = サーバー全体の利用上限
form-limits = 同時に処理できるリクエスト数
form-words = 禁止する言葉とフレーズ

## Fields of forms, at most 45 characters each

field-n-limit = 枚数
field-default-n = 枚数
field-pictures-day = 1日の枚数
field-pictures-month = 1か月の枚数
field-microusd-day = 1日の金額（ドル）
field-microusd-month = 1か月の金額（ドル）
field-jobs-per-user = メンバー1人あたり
field-jobs-per-server = サーバー全体
field-words = 1行に1つの言葉かフレーズ

## Under fields, at most 100 characters each

empty-is-inherited = 空欄ならBotのデフォルト
words-hint = 語の全体が一致したときだけ。大文字・小文字、アクセント、似た文字は区別しません

## What was typed and does not go

not-a-count = **{ $field }**: 「{ $typed }」は{ $least }～{ $most }の数字ではありません。何も変更していません。下のボタンから修正してください。
not-an-amount = **{ $field }**: 「{ $typed }」は{ $unit ->
        [pictures] 20のような整数
       *[dollars] 2.50のような金額
    }ではありません。何も変更していません。下のボタンから修正してください。
quoted = 「{ $typed }」
words-left-out = { $full ->
        [true] リストが長すぎるため
       *[false] 文字も数字も含まないため
    }、次のものは追加しませんでした: { $words }。ほかは保存しました。

## What is set, and what the bot has by itself

line = **{ $name }**: { $value }
line-inherited = **{ $name }**: *デフォルト: { $value }*
line-name-gallery = ギャラリー
line-name-reports = 通報
line-name-weekly = 今週の人気画像
line-name-language = 言語
line-name-models = モデル
line-name-qualities = 品質
line-name-sizes = サイズ
line-name-n-limit = 1回の枚数の上限
line-name-streaming = 途中経過の表示
line-name-masked-edits = マスクを使った編集
masked-edits-exact = 印を付けた部分だけを変え、元を維持
masked-edits-as-drawn = モデルが描いたまま
line-name-default-model = モデル
line-name-default-quality = 品質
line-name-default-size = サイズ
line-name-default-n = 枚数
line-name-jobs-per-user = メンバー1人の処理中リクエスト
line-name-jobs-per-server = サーバーの処理中リクエスト
line-name-words = 禁止ワード
line-name-strictness = 画像生成サービスの審査
line-name-lowest-strictness = 最も緩い審査
line-name-uploads = メンバーの投稿画像
on = オン
off = オフ
none = なし
none-to-share = なし（共有できません）
language-of-discord = Discordで設定されたサーバーの言語
all-of = すべて: { $names }
all-of-model = モデルが対応するすべて
up-to = { $number }枚まで
at-most = { $number }件まで
instead = { $value }（{ $own } はここでは使えないため）
everybody-everywhere = 誰でも、どこでも
opening = { $in_channels ->
        [true] { $channels }のみ
       *[false] すべてのチャンネル
    }、{ $for_roles ->
        [true] { $roles }のみ
       *[false] 全員
    }
strictness-own = サービスの標準
in-channels = { $channels }
in-no-channel = 対象のチャンネルなし
uploads = { $edited ->
        [true] ほかの人も編集できます
       *[false] ほかの人は編集できません
    }

## Warnings, on lines of their own

channel-gone = ⚠️ チャンネルが削除されたか、私から見えません。
channel-lacks = ⚠️ このチャンネルで{ $permissions }の権限がありません。
limit-lower = ⚠️ Bot自体の上限（{ $limit }件）のほうが低くなっています。
unmarked = ⚠️ { $channels }では無効です。Discordで年齢制限が設定されていません。
strictness-unknown = ⚠️ このBotの画像生成サービスには、審査の厳しさを指定できません。
misfit = ⚠️ { $setting }（{ $values }）は反映されません。{ $why ->
        [off] Botが対応していないか、提供が終わっています
        [over] Bot自体の上限のほうが低いためです
       *[outside] ここで許可された範囲の外です
    }。
misfit-models = モデル
misfit-qualities = 品質
misfit-n-limit = 枚数の上限
misfit-default-model = デフォルトのモデル
misfit-default-quality = デフォルトの品質
misfit-default-size = デフォルトのサイズ
misfit-default-n = デフォルトの枚数

## Budgets

budgets-none = **利用上限**: なし
budgets-by-key = *デフォルト: なし（このサーバーは独自のキーで支払うため）*
budgets-inherited-none = *デフォルト: Botの利用上限なし*
budgets-inherited = *次のデフォルトの利用上限も適用されます:*
budget-line = { $scope ->
        [role] { $role }の各メンバー
        [user] 各メンバー
        [server] サーバー全体
       *[bot] 利用者全員の合計
    }: { $amounts }
budget-money = { $period ->
        [day] 1日
       *[month] 1か月
    }{ $amount }
budget-pictures = { $period ->
        [day] 1日
       *[month] 1か月
    }{ $amount }枚
budgets-more = ほか{ $more }件
