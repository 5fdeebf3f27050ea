## Titles, at most 100 characters each

info-title = 画像の情報
info-parents = 元の画像
info-tree = 系譜
info-back = さかのぼる…

## The fields of Picture info

field-by = 作成者
field-model = モデル
field-quality = 品質
field-size = サイズ
field-background = 背景
field-format = 形式
field-pictures = 枚数
field-seed = シード
field-cost = 料金
field-shown = 表示中
field-task = 操作
field-aspect = 縦横比
field-state = 状態
seed-own = 自動
free = 無料
failed = 失敗
shown-exact = 元を維持: 元の画像に合成
shown-cut-out = 元を維持: 元の画像から切り抜き
shown-extended = 元を維持: 元の画像の周りに追加
shown-as-drawn = モデルが描いたまま
made-by = { $person } { $moment }

## What it was made from

uploads = - 依頼者の画像{ $pictures }枚
with-mask = - マスクあり: 一部だけを描き直しました
with-marks = - 画像への書き込みに従いました
ancestor = - { $prompt } 作: { $person }
look = 見る
nothing-known = - 非公開の画像、または保存期間の過ぎた画像
deleted = 削除済み
step-back = { $steps }つ前
step-back-of-several = { step-back }、{ $places }枚中{ $place }枚目

## The tree; "private" is drawn on a card

tree-private = 非公開
tree-alone = この画像のもとになったEaselの画像も、この画像から作られた画像もまだありません。変えたい内容を書いて返信してみてください。
tree = この画像の系譜（全{ $requests }件のリクエスト）。枠で囲まれているのが現在の画像です。
tree-alt = 画像{ $pictures }枚の系譜図。元の画像が上、そこから作られた画像が下に並びます。
tree-line = { $number } { $derived ->
        [true] （{ $parents }から）{" "}
       *[false] {""}
    }{"**"}{ $change }{"**"} 作: { $person }
tree-line-kept = { $number } { $words }
tree-more = -# ほか{ $requests }件
