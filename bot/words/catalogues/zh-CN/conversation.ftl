## Buttons under a result, at most 80 characters each

result-again = 再来一次
result-edit = 编辑
result-vary = 变体
result-larger = 放大
result-extend = 扩展
result-compare = 对比
result-as-drawn = 模型原样
result-exact = 保留原图
result-info = 信息
result-delete = 删除

## What can be done with a whole picture: buttons and titles of forms, at most 45 characters each

task-zoom-1-5 = 拉远 1.5 倍
task-zoom-2 = 拉远 2 倍
task-pan-left = 向左扩展
task-pan-right = 向右扩展
task-pan-up = 向上扩展
task-pan-down = 向下扩展
task-cut-out = 抠图
task-enlarge = 放大

## The menu of Extend, and its form

extend-text =
    {"**"}拉远** 和 **向某一侧扩展** 会画出图片之外的内容，原图的每个像素都会保留。**抠图** 只保留主体，背景透明。
    -# 选择之前不会产生费用。
extend-prompt = 那里应该有什么？
extend-hint = 留空则延续原来的画面。
unsaid-extend = 延续画面
unsaid-cut-out = 抠出的主体

## Asking for the same again

again-title = 再来一次：照旧、更大，还是更高质量？
again-same = 相同尺寸
more-quality = 质量 { $quality }

## Which of several pictures, at most 100 characters each

which-picture = 哪张图片？
picture-label = 图片 { $place }
all-pictures = { $pictures } 张一起

## The form that edits: its title and fields, at most 45 characters each

form-title = 编辑图片
form-prompt = 想改什么？
form-words = 图片应该画什么？
form-which = 哪张图片？
form-quality = 质量
form-where = 改哪里？
form-mask = 或使用蒙版

## Under its fields, and parts to choose from: at most 100 characters each

form-hint-where = 选择区域，或从 A1（左上）到 D4 的 4 x 4 网格。产生费用前会先给你看。
form-hint-mask = 用一种颜色涂出要修改之处的图片、黑白蒙版，或挖了洞的图片
area-everything = 整张图片
area-centre = 中间
area-top = 上半部分
area-bottom = 下半部分
area-left = 左半部分
area-right = 右半部分
not-there = 所选区域以外的地方

## Buttons of the overlay, at most 80 characters each

preview-go = 执行
preview-repaint = 重绘我涂过的地方
preview-follow = 按我的标记来画
preview-invert = 反选
preview-cancel = 取消

## The overlay: which part changes, shown before it is paid for

shown-first = 正在先向请求者展示要修改的地方，目前没有产生费用。
draft-dropped = 已放弃。没有发送任何内容，也没有产生费用。
draft =
    {"**"}{ $prompt }**
    { $everything ->
        [true] 整张图片都会重绘。如果想保留一部分，请在下方选择要修改的区域。
       *[false] 着色的部分（占比：{ $share }）会重绘，其余保持不变。可以在下方选择其他区域，或点击“反选”。
    }{ $asks ->
        [true] 如果你画的线条、箭头和文字是说明，也可以让模型照着画，并且不留在图片里。
       *[false] {""}
    }
    -# 只有你能看到这条消息。{ $asks ->
        [true] 做出选择
       *[false] 点击“执行”
    }之前不会产生费用。
share = { $bound ->
        [least] 不到 1%
        [most] 超过 99%
       *[none] { $percent }%
    }
draft-alt = 叠加了 A 到 D 四列、四行网格的图片，着色的是{ $named ->
        [true] { $inverted ->
            [true] 以下区域之外的部分：{ $parts }
           *[false] 以下区域：{ $parts }
        }
       *[false] { $inverted ->
            [true] 某个部分之外的全部
           *[false] 涂过的部分
        }
    }。

## The comparison of before and after; the two labels are drawn into the picture

compared-before = 修改前
compared-after = 修改后
comparison = 修改前后对比 **{ $prompt }**
comparison-alt = 并排的两张图片，分别是这次修改之前和之后：{ $prompt }

## Deleting

delete-title = 永久删除？
delete-question = { $pictures ->
        [1] 这张图片
       *[other] 这 { $pictures } 张图片
    }将被永久删除：包括这里、其他所有转发过的地方，以及 /history 中的图片和提示词。由它生成的其他图片会保留。费用不予退还。
deleted = 已删除图片，以及所有显示它的消息。
deleted-but = 已从保存的数据中删除，但有 { $messages } 条显示它的消息我无法删除，可以请版主手动删除。{ $retried ->
        [true] 分享过的地方已记录在案，我会继续尝试删除。
       *[false] {""}
    }

## References: pictures that are put aside for the next request

references-none = 你还没有参考图。在消息的菜单中选择“APP”>“用作参考图”，下次使用 /imagine 或 /edit 时就会用上其中的图片。
references-clear = 清空
references-cleared = 已清空，下次请求不会使用参考图。
references = 在 { $until } 之前，你的下一次 /imagine 或 /edit 会用上 { $pictures } 张参考图。

## Answers to messages

greeting = 回复一张图片并提及我，说说想怎么改；或者提及我，说说想画什么。更多用法请看 /help。
said-alone = 我有一条只能给你看的回复，但 Discord 不允许我给你发私信。在这里使用 /imagine 就能看到。没有产生费用。
told-alone = 回复只给请求者本人看。
passing = -# 这条只给你看，我会在{ $when }删除它。
proxied = 这条消息由其他应用代发，我无法确定是谁的请求、谁的图片、由谁付费。请不要通过该应用发送，或使用 /imagine。没有产生费用。
about-message = 关于 { $channel } 中的 { $link } ：
about-channel = 关于你在 { $channel } 中的请求：
taken-in = **{ $prompt }** · 接收中
taken-in-wordless = 接收中
unnamed-person = 某人
unnamed-role = 身份组
unnamed-channel = 频道

## Privacy: buttons, at most 80 characters each

privacy-allow = 允许他人编辑我的图片
privacy-forbid = 禁止他人编辑我的图片
privacy-allow-here = 服务器：允许编辑成员上传的图片
privacy-forbid-here = 服务器：禁止编辑他人上传的图片

## What /privacy says

privacy-yours = 你的图片
privacy-edits = { $allowed ->
        [true] 他人可以编辑你生成或发布的图片。
       *[false] 他人不能编辑你生成或发布的图片。
    }
privacy-private = 仅你可见的结果中的图片，始终只属于你自己。
privacy-server = 本服务器
privacy-uploads = { $allowed ->
        [true] 只要图片主人允许，成员可以编辑他人在这里发布的图片。
       *[false] 成员上传的图片不能被他人编辑。Easel 生成的图片仍然可以。
    }
privacy-manages = -# 你有管理服务器的权限，因此可以更改服务器的规则。

switch = 使用 { $model }
