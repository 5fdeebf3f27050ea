someone-who-left = 已退出的成员
forgotten = 已删除数据的用户
top-askers = 请求最多的人
unknown-model = 未知模型

## The first line of the file

column-day = 日期 (UTC)
column-user-id = 用户 ID
column-name = 名称
column-model = 模型
column-pictures = 图片数量
column-cost = 费用 (USD)
column-lost = 其中被中断的
column-by-server = 其中由本服务器密钥支付的

## A person's account

you-used = **你的使用情况**：{ $sums }
free-here = { you-used }在这里是免费的。
sums = 今天 { $today }，本月 { $month }。
sums-by-bot = 今天 { $today }，本月 { $month }，由机器人付费。
by-servers = 此外，你本月由服务器密钥付费的使用：{ $amount }。
no-budget = 你在这里没有使用限额。
budget = - { $in_server ->
        [true] 在本服务器，
       *[false] {""}
    }{ $scope ->
        [user] 你
        [role] 你的身份组给你的额度
        [server] 本服务器
       *[bot] 所有人合计
    }{ $period ->
        [day] 今天
       *[month] 本月
    }还剩 **{ $unit ->
        [microusd] { $left } / { $limit }
       *[pictures] { $left } / { $limit } 张
    }**，{ $renews } 重置
small-print = -# 进行中的请求按预估费用计算。日和月以 UTC 为准。

## A server's account

server-used = **本服务器的使用情况**：{ $sums }
by-own-key = 由本服务器自己的密钥支付：{ $sums }
nobody-asked = 最近 { $days } 天没有人在这里请求过图片。
askers = { top-askers }（最近 { $days } 天）：
asker = { $place }. { $person }：{ $amount }
by-model = 按模型：{ $models }。
lost = 其中绘制时被中断的请求：{ $amount }。
refusals = 没有生成图片的请求：{ $refusals }。
refusal = { $reason } { $count } 次
further-refusals = 其他原因 { $count } 次
further-models = 文件中另有 { $count } 个

pictures = { $pictures } 张
cost-of = { $cost }（{ $pictures } 张）

## The chart

chart-title-microusd = 每天的费用
chart-title-pictures = 每天的图片数量
chart-subtitle = 最近 { $days } 天，共 { $amount }
chart-alt = { $title }。{ $subtitle }。{ $bars }；其他日子没有。{ top-askers }：{ $people }。
chart-bar = { $name }：{ $amount }
