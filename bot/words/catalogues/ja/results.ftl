wordless = Discordがここでブロックするプロンプト
made-by = { $prompt } · { $asker }
demo = デモ画像（AI不使用）
fewer = { $asked }枚中{ $pictures }枚
re-encoded = 画像{ $place }はDiscordのファイルサイズ上限に合わせて{ $kind }に再エンコード
svg-left-out = 画像{ $place }のSVGはDiscordのファイルサイズ上限を超えるため省略
svg-alone = -# DiscordはSVGを表示できず、PNGへの変換もできませんでした。ブラウザーで開いてください。
came-opaque = { $pictures ->
        [1] -# `background`にtransparentが指定されましたが、透明になりませんでした。
       *[other] -# `background`にtransparentが指定されましたが、一部が透明になりませんでした。
    }
no-effect = -# ここの画像生成サービスが対応していないため、{ $options }は反映されませんでした。
size-exact = { $size }（元の画像に合成）
size-cut-out = { $size }（元の画像から切り抜き）
size-extended = { $size }（元の画像の周りに追加）
size-as-drawn = { $size }（描いたまま）
not-laid-in = { $which ->
        [alone] -# 元の画像に合成できなかったため、モデルが描いたままの画像です。
        [all] -# どれも元の画像に合成できなかったため、モデルが描いたままの画像です。
       *[some] -# うち{ $pictures }枚は元の画像に合成できなかったため、モデルが描いたままの画像です。
    }
scaled-down = -# 先に { $before } から縮小しました。そのまま広げると、画像の大きさの上限を超えるためです。
continued = { $place } / { $places }
late = { $asker } お待たせしました:

## Alt texts

plain-alt = 画像{ $place }。{ wordless }。
alt = { $prompt }
alt-of-several = 画像{ $place } / { $places }: { $prompt }
