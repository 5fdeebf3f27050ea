## The message; its title, text and the select of its parts

overview-title = 本服务器的 Easel
overview-intro = 这里的设置优先于机器人的默认设置。请在下方选择要更改的部分。
overview-section = 要更改的部分

## Its parts, in their order, at most 100 characters each

section-channels = 频道与画廊
section-who = 使用者与地点
section-models = 模型与选项
section-defaults = 默认值
section-budgets = 额度与限制
section-friendly = 内容安全
section-privacy = 隐私
section-key = 服务器密钥

## Selects, at most 150 characters each

select-gallery-channel-id = 画廊：文字频道或论坛频道
select-reports-channel-id = 举报：版主查看的频道
select-language = 公开回复的语言：留空则使用服务器的语言
select-doing = 针对的功能
select-where = 地点：留空表示所有频道
select-whose = 身份组：留空表示所有人
select-models = 模型：留空表示全部
select-qualities = 质量：留空表示全部
select-sizes = 尺寸：留空表示全部
select-default-model = 模型：留空则用机器人的默认值
select-default-quality = 质量：留空则用机器人的默认值
select-default-size = 尺寸：留空则用机器人的默认值
select-moderation = 图像生成服务的审核标准
select-low-moderation-channel-ids = 审核最宽松的年龄限制频道
select-budget = 身份组的使用额度：选择身份组

## Buttons, at most 80 characters each

button-weekly-on = 发布本周热门图片
button-weekly-off = 不发布本周热门图片
button-streaming-on = 显示绘制过程
button-streaming-off = 不显示绘制过程
button-masked-edits-on = 蒙版编辑：其余部分完全保留
button-masked-edits-off = 蒙版编辑：采用模型原样
button-uploads-on = 允许编辑成员上传的图片
button-uploads-off = 禁止编辑他人上传的图片
button-n-limit = 每个请求的图片上限
button-default-n = 每个请求的图片数量
button-user = 每位成员的使用额度
button-server = 服务器的使用额度
button-limits = 进行中的请求
button-words = 屏蔽词列表
button-correct = 修改

## What can be opened to some channels and roles alone, at most 100 characters each

doing-imagine = 生成图片
doing-edit = 修改图片
doing-share = 在画廊分享

## How strict the images service is; the first word is its own name for it; at most 100 characters each

moderation-auto = auto：图像生成服务的默认标准
moderation-low = low：它提供的最宽松标准

## Titles of forms, at most 45 characters each

form-n-limit = 一个请求最多几张图片
form-default-n = 未指定时的图片数量
form-user = 每位成员的使用额度
form-role = 身份组中每位成员的使用额度
form-server = 整个服务器的使用额度
form-limits = 可同时进行的请求
form-words = 要屏蔽的词语和短语

## Fields of forms, at most 45 characters each

field-n-limit = 图片数量
field-default-n = 图片数量
field-pictures-day = 每天的图片数量
field-pictures-month = 每月的图片数量
field-microusd-day = 每天的金额（美元）
field-microusd-month = 每月的金额（美元）
field-jobs-per-user = 每位成员
field-jobs-per-server = 整个服务器
field-words = 每行一个词语或短语

## Under fields, at most 100 characters each

empty-is-inherited = 留空则用机器人的默认值
words-hint = 匹配完整的词语，不区分大小写、重音符号和形似字母

## What was typed and does not go

not-a-count = **{ $field }**：“{ $typed }”不是 { $least } 到 { $most } 之间的数字。没有任何更改，请用下方的按钮修改。
not-an-amount = **{ $field }**：“{ $typed }”不是{ $unit ->
        [pictures] 整数（例如 20）
       *[dollars] 金额（例如 2.50）
    }。没有任何更改，请用下方的按钮修改。
quoted = “{ $typed }”
words-left-out = 因为{ $full ->
        [true] 列表太长
       *[false] 不含任何文字或数字
    }，未加入：{ $words }。其余已保存。

## What is set, and what the bot has by itself

line = **{ $name }**：{ $value }
line-inherited = **{ $name }**：*默认：{ $value }*
line-name-gallery = 画廊
line-name-reports = 举报
line-name-weekly = 本周热门图片
line-name-language = 语言
line-name-models = 模型
line-name-qualities = 质量
line-name-sizes = 尺寸
line-name-n-limit = 每个请求的图片上限
line-name-streaming = 显示绘制过程
line-name-masked-edits = 蒙版编辑
masked-edits-exact = 保留原图，只改标记的部分
masked-edits-as-drawn = 模型原样
line-name-default-model = 模型
line-name-default-quality = 质量
line-name-default-size = 尺寸
line-name-default-n = 图片数量
line-name-jobs-per-user = 每位成员进行中的请求
line-name-jobs-per-server = 服务器进行中的请求
line-name-words = 屏蔽的词语和短语
line-name-strictness = 图像生成服务的审核标准
line-name-lowest-strictness = 最宽松标准
line-name-uploads = 成员上传的图片
on = 开
off = 关
none = 无
none-to-share = 无，不能分享
language-of-discord = 服务器在 Discord 中设置的语言
all-of = 全部：{ $names }
all-of-model = 模型支持的全部
up-to = 最多 { $number } 张
at-most = 最多 { $number } 个
instead = { $value }（{ $own } 在这里不可用）
everybody-everywhere = 所有人，所有频道
opening = { $in_channels ->
        [true] 仅限 { $channels }
       *[false] 所有频道
    }，{ $for_roles ->
        [true] 仅限 { $roles }
       *[false] 所有人
    }
strictness-own = 服务的默认标准
in-channels = { $channels }
in-no-channel = 没有频道
uploads = { $edited ->
        [true] 他人可以编辑
       *[false] 他人不能编辑
    }

## Warnings, on lines of their own

channel-gone = ⚠️ 频道已不存在，或我看不到它。
channel-lacks = ⚠️ 我在该频道缺少{ $permissions }权限。
limit-lower = ⚠️ 机器人自身的上限（{ $limit } 个）更低。
unmarked = ⚠️ 在 { $channels } 不生效：Discord 没有将其标记为年龄限制频道。
strictness-unknown = ⚠️ 这个机器人的图像生成服务不支持设置审核标准。
misfit = ⚠️ { $setting }（{ $values }）没有生效：{ $why ->
        [off] 机器人不提供，或已不再提供
        [over] 机器人自身的上限更低
       *[outside] 超出了这里允许的范围
    }。
misfit-models = 模型
misfit-qualities = 质量
misfit-n-limit = 图片上限
misfit-default-model = 默认模型
misfit-default-quality = 默认质量
misfit-default-size = 默认尺寸
misfit-default-n = 默认图片数量

## Budgets

budgets-none = **使用额度**：无
budgets-by-key = *默认：无，因为本服务器用自己的密钥付费*
budgets-inherited-none = *默认：机器人没有使用额度*
budgets-inherited = *机器人的这些默认额度同样有效：*
budget-line = { $scope ->
        [role] { $role } 的每位成员
        [user] 每位成员
        [server] 整个服务器
       *[bot] 所有人合计
    }：{ $amounts }
budget-money = { $period ->
        [day] 每天
       *[month] 每月
    } { $amount }
budget-pictures = { $period ->
        [day] 每天
       *[month] 每月
    } { $amount } 张
budgets-more = 另有 { $more } 项
