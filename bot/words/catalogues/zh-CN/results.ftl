wordless = Discord 在这里屏蔽的提示词
made-by = { $prompt } · { $asker }
demo = 演示图片（非 AI）
fewer = 收到 { $pictures } / { $asked } 张
re-encoded = 图片 { $place } 已转为 { $kind } 以符合 Discord 的文件大小上限
svg-left-out = 图片 { $place } 的 SVG 超出 Discord 的文件大小上限，未附上
svg-alone = -# Discord 不显示 SVG 文件，而这个文件无法转成 PNG：请在浏览器中打开。
came-opaque = { $pictures ->
        [1] -# 虽然`background`选了 transparent，但结果不透明。
       *[other] -# 虽然`background`选了 transparent，但有些结果不透明。
    }
no-effect = -# { $options } 没有生效：这里的图像生成服务不支持。
size-exact = { $size }（嵌入原图）
size-cut-out = { $size }（从原图抠出）
size-extended = { $size }（在原图周围补绘）
size-as-drawn = { $size }（模型原样）
not-laid-in = { $which ->
        [alone] -# 无法嵌入原图，所以这是模型原样的图片。
        [all] -# 它们都无法嵌入原图，所以都是模型原样的图片。
       *[some] -# 其中 { $pictures } 张无法嵌入原图，所以是模型原样的图片。
    }
scaled-down = -# 已先从 { $before } 缩小：按原尺寸扩展会超出图片的大小上限。
continued = { $place } / { $places }
late = { $asker } 这是给你的结果：

## Alt texts

plain-alt = 图片 { $place }。{ wordless }。
alt = { $prompt }
alt-of-several = 图片 { $place } / { $places }：{ $prompt }
