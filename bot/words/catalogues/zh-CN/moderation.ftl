## The form that reports a picture: its title and fields, at most 45 characters each

report-title = 向版主举报
report-reason = 有什么问题？
report-words = 还有什么要告诉版主的吗？

## Under a field, and reasons to choose from: at most 100 characters each

report-hint = 由本服务器的版主查看，不会透露举报人是谁。
reason-sexual = 色情内容
reason-violent = 暴力或恐怖内容
reason-hateful = 仇恨或侮辱内容
reason-person = 出现了不愿意被展示的人
reason-other = 其他

## What came of a report

reported-taken = 谢谢，已转告版主。在版主决定之前，图片会保持原样。
reported-hides = 谢谢，也有其他人举报了这张图片，因此在版主决定之前会先隐藏。
reported-known = 你已经举报过这张图片，版主已经知道。每人只计一次举报。

## The buttons of a case, at most 80 characters each

verdict-keep = 保留
verdict-hide = 隐藏
verdict-delete = 删除
verdict-reopen = 重新决定
verdict-mute-hour = 禁用 1 小时
verdict-mute-day = 禁用 1 天
verdict-mute = 永久禁用
case-button-further = 更多
case-button-older = 较早
look = 查看第 { $place } 项

## A case: a picture that was reported

case-title = 被举报的图片
filtered = -# Discord 的过滤器不允许在这里显示这张图片。
blocked = -# 提示词或举报中的文字会被 Discord 屏蔽，无法在这里显示；可以在 { -slash-reports } 中查看。
count = { $reports } 次举报
by = 作者：{ $person }
by-small = { $place }. 作者：{ $person } · { $count } · { $standing }
not-kept = -# 这张图片已不再保存。
prompt-secret = -# 提示词在画廊中未公开，这里也不显示。
reason-line = - { $reason }：{ $number }
quote = > “{ $words }”
someone = 已删除数据的用户
standing-shared = 决定之前保持可见
standing-hidden = 决定之前保持隐藏
standing-gone = 作者已取消分享；除非选择“保留”，否则不能再次分享
standing-decided = { $person } 已决定：{ $state ->
        [kept] 保留
        [hidden] 隐藏
       *[deleted] 删除
    }

## What came of a decision

decided-already = { $person } 已经决定：{ $state ->
        [kept] 保留
        [hidden] 隐藏
       *[deleted] 删除
    }。
waits-already = 这张图片已经在等待决定。
decided-mute = 已禁止 { $person } 使用 Easel（{ $time ->
        [hour] 1 小时
        [day] 1 天
       *[ever] 永久
    }）。{ $waits ->
        [true] 图片仍在等待决定。
       *[false] {""}
    }
decided-keep = 图片已保留；再有三个人举报才会重新隐藏。
decided-keep-gone = 作者已取消分享，但可以在这里再次分享。
decided-hide = 图片已隐藏。
decided-delete = 图片已从画廊删除，不能再在这里分享。
decided-reopen = 图片保持现状，重新等待决定。
messages-left = 有 { $messages } 条显示这张图片的消息，Discord 暂时不允许我更改；我会继续尝试。

## Lists

cases = 等待决定的被举报图片：
no-cases = 没有等待决定的被举报图片。
no-further-cases = 没有更多等待决定的图片了。
nothing-on-record = 这里还没有任何记录。

## Mutes

for-good = 永久
until = 至 { $moment }
nobody-muted = 这里没有人被禁止使用。
muted-line = - { $person } · { $until } · 由 { $moderator } 处理
muted-more = - 另有 { $more } 人
muted-now = 已禁止 { $person } 使用 Easel（{ $until }）。可以用 { -slash-unmute } 解除。
unmuted-now = { $person } 可以重新使用 Easel 了。
was-not-muted = { $person } 没有被禁止使用。

## What was done, in the audit log: a line of a moment, who did it, and this

entry = { $moment } { $who } { $action }
entry-reports = 举报
action-hidden-reports = 使 { $whom } 的图片自动隐藏（{ $reports } 人举报）
action-kept = 保留了 { $whom } 的图片（{ $reports } 人举报）
action-hidden = 隐藏了 { $whom } 的图片（{ $reports } 人举报）
action-deleted = 删除了 { $whom } 的图片（{ $reports } 人举报）
action-reopened = 重新处理 { $whom } 的图片
action-muted = 禁止 { $whom } 使用（{ $until }）
action-unmuted = 允许 { $whom } 重新使用
action-theme-opened = 开启了主题
action-theme-closed = 结束了主题
action-settings = 更改了设置
action-key-entered = 输入了本服务器自己的图像生成服务密钥
action-key-removed = 移除了本服务器自己的图像生成服务密钥
