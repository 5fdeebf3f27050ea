### 价格、时间和列举，用在其他句子里。

cost-unknown = 费用未知
cost-estimated = 约 { $price }

comma = 、
either = { $names } 或 { $last }
either-of-many = { $names } 或另外 { $more } 项之一
both = { $first }、{ $last }
few-of-many = { $names } 等，另有 { $more } 项

seconds = { $seconds } 秒
minutes = { $minutes } 分钟
minutes-and-seconds = { $minutes } 分 { $seconds } 秒
