## Titles, at most 100 characters each

info-title = 图片信息
info-parents = 来源
info-tree = 谱系
info-back = 回到…

## The fields of Picture info

field-by = 作者
field-model = 模型
field-quality = 质量
field-size = 尺寸
field-background = 背景
field-format = 格式
field-pictures = 图片数量
field-seed = 种子
field-cost = 费用
field-shown = 当前显示
field-task = 操作
field-aspect = 宽高比
field-state = 状态
seed-own = 自动
free = 免费
failed = 失败
shown-exact = 保留原图：修改嵌入原图
shown-cut-out = 保留原图：从原图抠出
shown-extended = 保留原图：在原图周围补绘
shown-as-drawn = 模型原样
made-by = { $person } { $moment }

## What it was made from

uploads = - 请求者的 { $pictures } 张图片
with-mask = - 使用了蒙版：只重绘了一部分
with-marks = - 按图片上的标记绘制
ancestor = - { $prompt } · { $person }
look = 查看
nothing-known = - 私密的或已不再保存的图片
deleted = 已删除
step-back = 往前 { $steps } 步
step-back-of-several = { step-back }，第 { $place } 张，共 { $places } 张

## The tree; "private" is drawn on a card

tree-private = 私密
tree-alone = 这张图片不是由 Easel 的其他图片生成的，也还没有图片由它生成。回复它并说说想怎么改吧。
tree = 这张图片的谱系，共 { $requests } 个请求；带框的是当前图片。
tree-alt = 包含 { $pictures } 张图片的谱系图，每张图片都在由它生成的图片上方。
tree-line = { $number } { $derived ->
        [true] （来自 { $parents }）{" "}
       *[false] {""}
    }{"**"}{ $change }{"**"} · { $person }
tree-line-kept = { $number } { $words }
tree-more = -# 另有 { $requests } 个请求
