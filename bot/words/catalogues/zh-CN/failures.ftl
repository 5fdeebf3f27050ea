### 错误说明：第一句说发生了什么，第二句说怎么办，最后说费用。

## Parts that the sentences share

# 放在句号前的独立句子。
free = 没有产生费用
cost = { $charge ->
       *[free] { free }
        [unsure] 可能已经产生费用
        [all] 图像生成服务已经开始处理，因此会计入使用额度
        [part] 图像生成服务已经开始处理，因此有 { $percent }% 会计入使用额度
    }
paid = { $free ->
        [true] 没有产生费用
       *[false] 费用已经产生
    }
# 后面接原因。
made = { $posted ->
        [0] 图片已经生成，但没能发出：
       *[other] { $pictures } 张图片中只发出了 { $posted } 张，其余的没能发出：
    }

# 后面接“发布”等，前面接“在”。
here = { $where ->
        [here] 这里
       *[elsewhere] {" "}{ $channel }{" "}
    }
# 放在句首。
here-if-here = { $where ->
        [here] 在这里，
       *[elsewhere] {""}
    }
this-channel = { $where ->
        [here] 本频道
       *[elsewhere] {" "}{ $channel }{" "}
    }
this-server = { $where ->
        [here] 本服务器
       *[elsewhere] {" "}{ $channel } 所在的服务器
    }
this-server-first = { $where ->
        [here] 本服务器
       *[elsewhere] { $channel } 所在的服务器
    }

standing-asker = 请求图片的人
standing-channel-moderator = 版主
standing-manager = 服务器管理员
standing-member = 服务器成员
standing-moderator = 版主
standing-or = 或

## Without an error of their own

failed-plainly = 请求失败了，但 Discord 屏蔽了说明原因的文字。请在 /history 中查看。
unreadable = 有我读不懂的内容（例如投票）随这条消息一起发来。请去掉它再试，或换一条消息。没有产生费用。
form-over = 这个表单打开太久了，或是在 Easel 重启之前打开的。请重新打开。没有产生费用。

## The errors

prompt-blank = 提示词是空的。请写下想画的内容。{ free }。
prompt-too-long = 提示词有 { $length } 个字符，上限是 { $limit } 个。请缩短后重试。{ free }。
prompt-too-long-for-model = 提示词超出了 { $model } 的上限{ $has_limit ->
        [true] （{ $limit } 个字符）
       *[false] {""}
    }。请缩短，或换一个`model`。{ free }。
request-too-large = { $pictures ->
        [0] 请求超出了图像生成服务一次能接收的大小。请缩短提示词后重试
       *[other] 图片超出了图像生成服务一次能接收的大小。请缩小图片，或减少数量
    }。{ free }。
format-not-granted = 这个机器人的账号无法在 { $model } 上使用 { $output_format } `format`。请选择 png、webp 或 jpeg。{ free }。
edits-not-offered = { here-if-here }图像生成服务只能用文字生成图片，不能修改图片。请使用 /imagine。{ free }。
mask-not-offered = { here-if-here }图像生成服务不支持蒙版。请去掉`mask`，用文字说明要改什么。{ free }。
mask-for-several-pictures = { here-if-here }蒙版只能配一张图片，而你给了 { $pictures } 张。请去掉蒙版，或只留一张图片。{ free }。
too-many-pictures = 一共有 { $pictures } 张图片，上限是 { $limit } 张。请减少几张，或用 /references 清空参考图。{ free }。
no-picture-there = 那条消息里没有我能用的图片。请选择以附件形式发送的图片（链接不行），或自己上传。{ free }。
picture-out-of-sight = Discord 不让我看到他人消息里的附件。请打开那条消息的菜单，选择“APP”>“编辑图片”。{ free }。
no-such-picture = 那条消息里有 { $pictures } 张图片，没有第 { $place } 张。请换一个编号开头。{ free }。
nothing-larger = { $model } 无法生成这种形状的更大图片。请用另一个`model`编辑。{ free }。
already-that-shape = 图片已经是 { $aspect }，没有可扩展的部分。请选择另一个`aspect`。{ free }。
aspect-not-taken = { $beside ->
        [mask] `aspect`是在图片之外添加内容，`mask`是修改图片里的内容。请去掉其中一个
        [size] `aspect`已经决定了图片的尺寸。请去掉`size`
        [preview] `aspect`添加的内容在图片之外，没有区域可选。请去掉`preview`
       *[nothing] `aspect`用于扩展已有的图片。新图片请选择`size`
    }。{ free }。
extended-too-far = 这样图片的长宽比会超过 { $limit }:1，{ $model } 无法生成。请先向另一个方向扩展，或换一个`model`。{ free }。
area-not-taken = { $as_drawn ->
        [true] `area`{ $area } 用于保留原图的编辑，而在{ here }这项功能已关闭。请去掉 `area`，或联系服务器管理员或机器人的运营者
       *[false] `area`{ $area } 要与蒙版一起使用，而你没有给蒙版。请提供 `mask`，或去掉 `area`
    }。{ free }。
unsupported-image = `{ $label }` 中的文件{ $known ->
        [yes] 是 { $found } 格式，但属于我读不了的类型
        [no] 是 { $found } 格式，不是 { $formats } 图片
       *[unclear] 不是 { $formats } 图片
    }。{ $found ->
        [HEIC] 请在 iPhone 的“设置”>“相机”>“格式”中选择“兼容性最佳”，或上传截图
       *[other] 请另存为 PNG 或 JPEG 后上传
    }。{ free }。
broken-image = `{ $label }` 中的文件不完整或已损坏，无法作为图片读取。请打开后重新保存，再上传一次。{ free }。
file-too-large = `{ $label }` 中的文件超过了 { $limit_mib } MiB。请缩小或存为 JPEG 后重试。{ free }。
too-many-pixels = `{ $label }` 中的图片是 { $size } 像素，这种格式最多 { $limit_megapixels } 百万像素。请缩小后重试。{ free }。
side-too-long = `{ $label }` 中的图片是 { $size }，边长最多 { $limit_side } 像素。请裁剪或缩小后重试。{ free }。
image-too-complex = 读取 `{ $label }` 中的文件需要太多内存或时间。请缩小，或存为普通的 JPEG 或 PNG 后重试。{ free }。
foreign-file = `{ $label }` 中的文件不在 Discord 的服务器上。请直接上传文件。{ free }。
file-unavailable = 无法从 Discord 取得 `{ $label }` 中的文件。请重新上传后再试。{ free }。
mask-of-another-shape = 蒙版是 { $mask_size }，图片是 { $image_size }，比例不同。请使用与图片尺寸或比例相同的蒙版。{ free }。
mask-too-detailed = 蒙版太复杂，无法发送（{ $size_mib } MiB，须小于 { $limit_mib } MiB）。请用大块的黑白区域，或换一张小些的图片。{ free }。
not-allowed = 我不能在{ here }发布图片，因为缺少{ $permission_names }权限。请联系版主，或换一个频道。{ free }。
budget-spent = 这次请求会超出{ budget-whose }{ $period ->
        [month] 本月
       *[day] 今天
    }的使用额度（剩余：{ $unit ->
        [microusd] { $price_left }
       *[pictures] { $left } / { $limit } 张
    }）。额度将在 { $renews } 重置。{ free }。
budget-whose = { $scope ->
        [user] 你
        [role] 你的身份组
        [server] { this-server }
       *[bot] 整个机器人
    }{ $in_server ->
        [true] 在{ this-server }
       *[false] {""}
    }
queue-full = 已有 { $waiting } 个请求在排队，上限是 { $limit } 个。请几分钟后再试。{ free }。
too-many-jobs = { $scope ->
        [user] 你
        [here] 你在{ this-server }
       *[server] { this-server-first }
    }已有 { $open } 个进行中的请求，上限是 { $limit } 个。请等其中一个完成。{ free }。
cancelled = 这个请求已被{ $is_known ->
        [true] {" "}{ $by }{" "}
       *[false] 已删除数据的用户
    }取消。你可以随时再次请求。{ cost }。
rate-limited = 图像生成服务现在太忙，没有接受请求。{ wait }可以再试。{ cost }。
provider-down = 图像生成服务没有响应，或中途出错。请几分钟后再试。{ cost }。
provider-timed-out = 图像生成服务没能按时完成。请降低质量或减少图片数量后再试。{ cost }。
provider-paused = 图像生成服务持续故障，所以我没有发送请求。{ wait }可以再试。{ cost }。
wait = { $has_wait ->
        [true] { $wait }
        [soon] 稍后
       *[false] 一分钟后
    }
organization-unverified = 图像生成服务的 { $model } 只向已验证的组织开放。请换一个`model`，或请机器人的运营者完成组织验证。{ cost }。
account-blocked = 图像生成服务封禁了这个机器人的账号，只有机器人的运营者能解决。{ cost }。
address-wrong = 这个机器人所用的地址上没有图像生成服务，只有机器人的运营者能修正。{ cost }。
empty-answer = 图像生成服务没有返回图片，可能是安全系统拦下了内容。请换个说法再试。{ cost }。
key-rejected = 图像生成服务不接受这个机器人的密钥，只有机器人的运营者能修正。{ cost }。
out-of-money = 这个机器人在图像生成服务的账号余额不足或超出限额，只有机器人的运营者能充值。{ cost }。
model-unknown = 图像生成服务没有 { $model } 这个模型，或已不再提供。请换一个`model`。{ cost }。
request-rejected = 图像生成服务没有接受这个请求。请换些选项，或告诉机器人的运营者。{ cost }。
bad-answer = 图像生成服务的回应中没有完整的图片。请稍后再试。{ cost }。
interrupted = 请求还没完成，Easel 就停止了。请几分钟后再试一次。{ cost }。
outcome-unknown = 图像生成服务处理期间 Easel 停止了，结果不得而知。没有向你收费；点击按钮可以再次请求。
unexpected = Easel 自身出了问题，详情已记入日志。请稍后再试。是否产生费用尚不清楚。
too-late = 你上次的请求太晚才到达 Easel，所以 Discord 显示没有响应。请再请求一次。{ cost }。
place-closed = { $asleep ->
        [true] 子区已归档或锁定，我无法在{ this-channel }回复。请让人重新打开，或换一个频道
       *[false] Discord 不允许我在{ here }回复。请联系版主开放权限，或换一个频道
    }。{ cost }。
storage-down = Easel 的数据库或存储没有响应，现在无法保存任何内容。请几分钟后再试。{ free }。
server-key-unreadable = 无法再读取本服务器自己的图像生成服务密钥。服务器管理员可以在 /settings 中重新输入。{ free }。
server-key-changed = 等待期间，用来付费的密钥被移除或更换了。请再请求一次。{ free }。
not-yours = 只有请求这些图片的人可以这样做。你可以用 /history 查看自己的图片。
not-for-you = 只有{ $whose }可以在{ here }这样做。请联系他们。
closed-here = 在{ this-server }，{ $for_roles ->
        [true] 只有 { $roles } 的成员可以{ $in_channels ->
            [true] 在 { $channels }{" "}
            [elsewhere] 在其他频道
           *[false] {""}
        }使用此功能
       *[false] 此功能只能在{ $in_channels ->
            [true] {" "}{ $channels }{" "}
           *[elsewhere] 其他频道
        }使用
    }。如需调整，请联系版主。{ $doing ->
        [share] {""}
       *[other] { free }。
    }
muted = { this-server-first }的版主已禁止你使用 Easel（{ $has_end ->
        [true] 至 { $until }
       *[false] 永久
    }）。想知道原因，请联系版主。
word-refused = 提示词里有{ this-server }不允许的词。请换个说法。{ free }。
export-too-soon = 每小时只能导出一次数据。请在 { $next } 再试。
messages-closed = Discord 不允许我给你发私信，而你的数据不能让别人看到。请在本服务器的隐私设置中允许私信，或先给我发私信，然后再试。
no-gallery = { here-if-here }还没有设置用来分享图片的画廊。服务器管理员可以在 /settings 中选择频道。
gallery-closed = { $why ->
        [filtered] Discord 的过滤器认为这张图片含有露骨内容，谁都不能在{ gallery-channel }发布它。请换一张图片
        [refused] 我不能在{ gallery-channel }发布。服务器管理员可以开放权限，或在 /settings 中选择其他频道
       *[lost] 发布到{ gallery-channel }时 Discord 没有接受。请几分钟后再试
    }。
gallery-channel = { $has_channel ->
        [true] 分享频道 { $gallery }{" "}
       *[false] 分享频道
    }
shared-already = 这张图片已经在{ this-server }分享过了。可以用 /gallery mine 查看或取消。
not-shared = 这张图片已不再分享。可以用 /gallery new 看看其他图片。
own-picture = { $act ->
        [heart] 不能给自己的图片点红心。可以用 /gallery new 看看别人的图片
       *[report] 不能举报自己的图片。可以用 /gallery mine 取消分享
    }。
theme-over = 这个主题已经结束，或不存在。可以用 /theme list 查看正在进行的主题。
barred-here = 这张图片被举报过，版主决定不予保留，因此不能分享。请联系版主，或分享另一张图片。
moderation-lower = 这张图片生成时的审核标准低于本频道，因此只能留在原处。
edits-forbidden = { $by ->
        [server] { this-server-first }不允许他人编辑这张图片
       *[person] 图片的主人不允许他人编辑这张图片
    }。请用自己的图片。{ free }。
draft-over = 这次修改已发送、已放弃，或准备了超过一小时。请点击“编辑”重新开始。
request-forgotten = 我已经没有这个请求的记录了。请自己选择模型，再请求一次。{ free }。
not-made-yet = 这个请求还没有图片。请稍后用 /history 查看。
pictures-gone = 这些图片已不再保存。请用 /imagine 重新生成。{ free }。
too-large-to-post = { made }即使重新编码，也超过了{ here }的 Discord 文件大小上限。图片保存在 /history 中；减小`size`，或把`format`设为 jpeg，应该就能发出。{ paid }。
channel-closed = { made }我已无法在{ this-channel }发布。请从 /history 获取，或联系版主开放权限。{ paid }。
thread-closed = { made }子区已归档或锁定，我无法在{ this-channel }发布。请从 /history 获取，或让人重新打开子区。{ paid }。
picture-filtered = { made }Discord 的过滤器认为它含有露骨内容，谁都不能在{ here }发布。请换个说法，生成另一张图片。{ paid }。
discord-down = { made }我试了多次，Discord 都没有接受。请几分钟后从 /history 获取。{ paid }。
options-conflict = `{ $option }` { $value } 不能与 `{ $other }` { $other_value } 一起使用。`{ $other }` 请选择 { $choices }。{ free }。
mask-marks-nothing = { $how ->
        [chosen] 没有要重绘的地方。请选择其他区域，或点击“反选”
        [opaque] 蒙版没有透明的地方，看不出要改哪里。请把要重绘的地方涂白或擦掉
        [painted] 在你的副本上没有找到涂过的地方。请用一种鲜艳的颜色涂出要修改的地方，再发一次
       *[black] 没有找到涂过的地方。请用一种鲜艳的颜色或白色涂出要重绘的地方，再发一次
    }。{ free }。
content-refused = 图像生成服务的安全系统拒绝了这个请求{ $has_categories ->
        [true] （{ $categories }）
       *[false] {""}
    }。请换个说法，或换一张图片。{ free }。
size-not-allowed = 尺寸 { $size } { $rule ->
        [shape] 不是“宽x高”的写法（例如 { $limit }）
        [divisor] 有一边不能被 { $limit } 整除
        [ratio] 的长宽比超过 { $limit }
        [side] 有一边超过 { $limit } 像素
        [fewest-pixels] 总共不足 { $limit } 像素
       *[most-pixels] 总共超过 { $limit } 像素
    }，{ $model } 无法生成。请选择命令中提供的尺寸{ or-the-model }。{ free }。
or-the-model = { $has_elsewhere ->
        [true] ，或模型 { $elsewhere }
       *[false] {""}
    }

## An option that cannot have its value

option-of-server = { this-server-first }不允许 `{ $option }` 使用 { $value }。请选择 { $choices }{ or-the-model }。{ free }。
option-of-server-number = { this-server-first }不允许 `{ $option }` 使用 { $value }。请选择 1 到 { $high } 之间的数字{ or-the-model }。{ free }。
option-model = 模型 { $value } 在{ here }未启用。请选择 { $choices }。{ free }。
option-number = `{ $option }` { $value } 超出了{ here }允许的范围。请选择 { $low } 到 { $high } 之间的数字{ $option ->
        [frame_ms] ，须为 { $step } 的倍数
       *[other] {""}
    }。{ free }。
option-missing = 模型 { $model } 没有 `{ $option }`。请去掉它{ $has_elsewhere ->
        [true] ，或选择模型 { $elsewhere }
       *[false] {""}
    }。{ free }。
option-markup = 模型 { $model } 在这里不能按图片上的标记来画。{ $has_elsewhere ->
        [true] 请选择模型 { $elsewhere }，或选择“重绘我涂过的地方”
       *[false] 你可以选择“重绘我涂过的地方”
    }。{ free }。
option-value = 模型 { $model } 的 `{ $option }` 没有 { $value }。请选择 { $choices }{ or-the-model }。{ free }。

## Something in a message that looks like an option, and does not count

misread = { $what }。{ $way_out }{ $quotes ->
        [true] 。如果只是普通文字，请加上引号
       *[false] {""}
    }。{ free }。
mistake-unknown = “{ $written }”看起来像选项，但没有叫这个名字的选项
mistake-misspelt = 没有“{ $written }”这个选项
mistake-unmarked = “{ $written }”看起来像选项，但前面少了两个短横线
mistake-value-missing = “{ $written }”缺少值
mistake-value-unknown = “{ $written }”不是这个选项可用的值
mistake-no-value-taken = “{ $written }”是不带值的选项
mistake-misplaced = 选项“{ $written }”后面还有文字，选项要写在最后
mistake-twice = “{ $written }”给前面已选的选项又写了一个值
mistake-private = “{ $written }”只能用在命令里：对消息的回复所有人都能看到
way-out-private = 想只给自己看，请使用 /imagine 或 /edit 的“仅自己可见”（`private`）
way-out-meant = 你是不是想写：**{ $meant }**{ $has_range ->
        [true] （{ $low } 到 { $high } 之间的数字）
       *[false] {""}
    }
way-out-offered = 可用的有：{ $names }
way-out-value = 请在最后写上 `--{ $option }` 和它的值
way-out-number = 请选择 { $low } 到 { $high } 之间的数字
way-out-choices = 请选择 { $choices }{ $option ->
        [size] ，或 1024x1536 这样的像素尺寸
       *[other] {""}
    }

## Where the account at the images service is a server's own, and not the bot's

of-server-organization-unverified = 图像生成服务的 { $model } 只向已验证的组织开放，而本服务器自己的密钥不属于已验证的组织。请换一个`model`，或联系服务器管理员。{ cost }。
of-server-account-blocked = 图像生成服务封禁了本服务器密钥的账号。服务器管理员可以去解决，或在 /settings 中移除密钥。{ cost }。
of-server-key-rejected = 图像生成服务不接受本服务器自己的密钥。服务器管理员可以在 /settings 中换一个密钥，或将其移除。{ cost }。
of-server-out-of-money = 本服务器密钥的账号余额不足或超出限额。服务器管理员可以充值，或在 /settings 中移除密钥。{ cost }。
of-server-format-not-granted = 本服务器密钥的账号无法在 { $model } 上使用 { $output_format } `format`。请选择 png、webp 或 jpeg。{ free }。
of-server-model-unknown = 本服务器自己的密钥不能使用模型 { $model }。请换一个`model`。{ cost }。
