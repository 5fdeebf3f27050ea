## Buttons, at most 80 characters each

history-button-newer = 较新
history-button-older = 较早
history-button-post = 发布到这里
history-button-posting = 发布中…
history-button-posted = 已发布
show = 查看第 { $place } 项
again = 再次请求第 { $place } 项
reword = 修改第 { $place } 项的提示词

## The list

empty = 你还没有请求过图片。试试 /imagine 吧。
nothing-older = 没有更早的了。
head-newest = 你最近的请求（从新到旧）：
head-older = 你更早的请求：

state-accepting = 接收中
state-waiting = 排队中
state-preparing = 即将绘制
state-calling = 绘制中
state-drawn = 即将发布
state-failing = 失败
state-delivered = 完成
state-failed = 失败
state-undeliverable = 已生成，但无法发布
state-cancelled = 已取消
pictures = { $pictures } 张
free = 免费
deleted = 已删除
