## The commands

command-imagine = 用文字生成图片
command-edit = 用文字修改你的图片
command-usage = 查看使用情况和剩余额度
command-history = 查看你最近的请求和图片
command-references = 查看下次请求要用的参考图
command-tree = 用一张图展示图片的来龙去脉
command-help = 通过示例了解我能做什么
command-privacy = 设置谁可以编辑你的图片
command-forget = 删除保存的你的数据
command-forget-me = 确认后删除我保存的你的全部数据
command-export = 获取保存的你的数据
command-export-me = 通过私信把我保存的你的全部数据发给你
command-gallery = 本服务器分享的图片
command-gallery-top = 本服务器红心最多的图片
command-gallery-new = 本服务器最新的图片
command-gallery-random = 随机看一张本服务器分享的图片
command-gallery-mine = 查看或取消你在这里的分享
command-theme = 征集图片的主题
command-theme-open = 版主专用：开启一个主题
command-theme-close = 版主专用：提前结束一个主题
command-theme-list = 正在进行的主题
command-settings = 服务器设置：频道、模型、额度、屏蔽词等（服务器管理员专用）
command-mute = 禁止某人在本服务器使用 Easel
command-unmute = 允许某人重新使用 Easel
command-muted = 查看谁在这里被禁止使用 Easel
command-reports = 查看等待处理的被举报图片
command-audit = 查看版主与 Easel 有关的操作记录

## Their options

option-prompt = 想画什么，或想改什么
option-quality = 精细程度。越高越贵，耗时也越长
option-size = 宽x高（像素），模型支持的尺寸都可以
option-background = 主体后面的背景。transparent（透明）需要 png 或 webp
option-n = 图片数量
option-model = 使用的模型
option-seed = 相同的数字会生成相同的图片（需服务支持）
option-format = 图片的文件格式
option-private = 结果只有你自己能看到
option-spoiler = 遮住图片，点击后才显示
option-complexity = 模型动笔前构思的程度
option-frames = 动画的帧数（gif）
option-frame-ms = 动画每帧的显示时长，单位毫秒（gif）
option-aspect = 把图片扩展到这个宽高比，原图的每个像素都会保留
option-area = 使用蒙版时：只发送标记的部分及其周围，或发送整张图片
option-fidelity = 与你的图片保持一致的程度
option-image = 要修改的图片
option-mask = 要修改的地方：白色部分、透明部分，或在图片上用一种颜色涂出的部分
option-further-image = 另外要用到的图片
option-preview = 产生费用前，先在网格上查看并选择要修改的地方
option-span = 查看多久以内的
option-by = 只看这个人的图片
option-theme-name = 主题的名称
option-theme-ends = 多少天后结束
option-theme-channel = 图片发布到的频道或子区
option-theme = 正在进行的主题
option-muted-person = 对象
option-unmuted-person = 对象，已退出服务器的人也可以
option-mute-time = 禁止多久
option-picture = 你最近的图片之一；留空则为最新的一张

## Choices of how far back a gallery reaches

span-week = 最近 7 天
span-month = 最近 30 天
span-ever = 全部时间

## Choices of how long a mute lasts

mute-time-hour = 1 小时
mute-time-day = 1 天
mute-time-week = 1 周
mute-time-ever = 永久

## The entries of the Apps menu of a message, at most 32 characters each

menu-edit = 编辑图片
menu-reference = 用作参考图
menu-info = 图片信息

## Sizes in the list to choose from, behind their pixels

size-1024x1024 = 1024x1024（方形）
size-1024x1536 = 1024x1536（竖版）
size-1536x1024 = 1536x1024（横版）
size-2048x2048 = 2048x2048（大方形）
size-1152x2048 = 1152x2048（竖版，9:16）
size-2048x1152 = 2048x1152（横版，16:9）
size-1440x2560 = 1440x2560（大图，9:16）
size-2560x1440 = 2560x1440（大图，16:9）
size-2160x3840 = 2160x3840（4K，9:16）
size-3840x2160 = 3840x2160（4K，16:9）

model-with-end = { $model }（{ $maker } 提供至 { $day }）
