## The page

page-title = Easel 体验区
page-brand = 运行于 SimCord
page-restart = 重启 Easel
page-restarting = 正在重启…
page-restart-failed = 重启失败，请查看终端
page-apps = APP

## The little Discord

guild = Easel 体验区
topic-pictures = 输入 / 查看命令
topic-gallery = 大家分享的图片
topic-moderators = 被举报的图片
moderators = 版主
mira = Mira（版主）

## The welcome: a title, a text, fields with a title and a text each, and a line at the end

welcome = 欢迎来到体验区
where = 这是真正的机器人，运行在一个只存在于这台电脑上的 Discord 里。用顶部的“Viewing as”可以成为 Ada、Bruno 或版主 Mira；多开几个标签页，就能同时扮演几个人。
title-make = 生成图片
make = 输入 `/imagine`，再写想看到的内容；`n`、`quality`、`size` 等选项在 **more** 里。
title-change = 修改图片
change = 输入 `/edit`，加上要改的内容、一张图片，以及把重绘部分涂白的 `mask`。有两个文件可以试：
title-work-on = 继续修改
work-on =
    回复一张图片：`@Easel 改成夜晚`。也可以点击图片下方的按钮；**编辑** 可以只改一部分。
    对着任何人的图片选择 **APP** > **编辑图片**。点击顶部的 **重启 Easel** 不会丢失任何内容。
title-share = 分享
share = 点击自己图片下方的 **分享**，它就会挂到 **# gallery**。从顶部的频道列表过去，换一个人来点红心、再创作或举报。举报会送到只有 Mira 能看到的 **# moderators**；以 Mira 的身份使用 `/settings`，可以看到服务器的全部设置。
title-look-back = 回顾
look-back = `/history` 再次显示你最近的请求，`/usage` 显示使用情况，`/help` 列出全部功能。
title-phrases = 看看这些情况下会怎样
phrases = 在提示词里加上这些词：`demo:slow=20`（会显示草图，可以用 **取消** 停止）、`demo:refuse`、`demo:rate`、`demo:quota`、`demo:outage`、`demo:broken`、`demo:big`。
demo = 图片由内置的演示 API 绘制，不使用 AI 模型。数据不会离开这台电脑，也不花钱。
real = 图片来自你设置的图像生成服务，每一张都要花真钱。
gone = 结束体验区后，这里的一切都会消失。
