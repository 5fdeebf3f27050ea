## Buttons, at most 80 characters each

forget-button-forget = 全部永久删除
forget-button-keep = 保留

## Deleting

forget-question =
    {"**"}要删除我保存的你的全部数据吗？** 此操作无法撤销。
    {"**"}一分钟内会删除：**
    - 你在所有服务器中的请求：提示词、图片、上传的文件；进行中的请求会被取消
    - 你分享的全部内容，以及我发出的显示你图片的消息
    - 你的红心、举报、参考图、草稿和设置
    {"**"}会保留：**
    - 花费的金额，不含你的名字和提示词
    - 他人用你的图片生成的图片
    - 对你的禁用，以及版主的处理记录，不含你的名字
    -# 可以先用 { -slash-export-me } 取得全部数据。之后的请求会照常保存。
forgetting = 正在删除我保存的你的全部数据…
forgetting-already = 已经在删除了：一分钟内，我保存的你的数据会全部消失。
kept = 一切保持原样。
forgotten = **完成。** 已删除 { $requests } 个请求，以及属于你的全部数据。
forgotten-nearly = **即将完成。** 除了正在生成的内容，其余都已删除；剩下的一完成就会删除。
messages-follow = 接下来删除显示这些内容的消息…
messages-deleted = 已删除 { $messages } 条显示这些内容的消息。
shares-gone = 已从画廊移除 { $pictures } 张分享的图片。
messages-postponed = 有 { $messages } 条消息 Discord 没有响应，我会一直重试。
messages-refused = 有 { $messages } 条消息在我已无法进入的地方，Discord 不允许我删除。如果那里还显示着你的图片，请联系那里的版主删除。

## Handing over

exporting = 正在打包我保存的你的全部数据，会以一个或多个 zip 文件的形式发到这里。
export-started = 正在打包我保存的你的全部数据，会通过私信发给你。
export-whole = 这是我保存的你的全部数据。
export-part = 这是我保存的你的数据，第 { $number } 部分，共 { $parts } 部分。
exported = 我保存的你的全部数据已通过私信发给你，共 { $files } 个文件。
export-readme =
    这是 Easel 保存的你的全部数据。

    account.json       你的设置、参考图，以及你做过的举报
    requests-*.json    你的请求，以及它们的结果和费用
    shares-*.json      你分享的内容
    hearts-*.json      你点过红心的内容
    pictures/          为你生成的图片：请求编号，以及图片在其中的序号；
                       SVG 与对应的 PNG 放在一起；使用蒙版的编辑，
                       除保留原图的图片外，还有模型原样的图片
    inputs/            你上传的文件：请求编号，以及文件在其中的序号；
                       使用蒙版的编辑，还有发送的部分、蒙版、原图和标记

    如果有多个 zip 文件，每个文件包含其中一部分。
    时间均为 UTC。
