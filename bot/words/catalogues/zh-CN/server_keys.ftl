key-field = API 密钥
key-hint = 加密保存，不会再次显示。从现在起，本服务器的每个请求都由它付费。
remove-key = 移除密钥
choose-provider = 输入密钥：选择服务
form-title = { $provider } 的密钥

no-member = 我在本服务器只是访客，不能为它保存密钥。请先把我添加到服务器。
removed = 密钥已移除。本服务器重新由机器人的账号付费。
entered-tried = { $provider } 接受了这个密钥。从现在起，本服务器的请求由它付费。
entered-without-money = ⚠️ { $provider } 接受了这个密钥，但账号余额不足或超出限额。密钥已保存；请充值，或移除密钥。
entered-untried = 密钥已保存，但不花钱就无法验证。{ $provider } 是否接受，第一个请求时就会知道。
entered-rejected = ⚠️ { $provider } 不接受这个密钥，因此没有任何更改。请重新复制并输入。
entered-malformed = ⚠️ 这不是密钥，因此没有任何更改。请重新复制并输入。

## What /settings says of it

none = *无：由机器人的账号付费*
key = **{ $provider }**，{ $person } 输入于 { $moment }
untried = 不花钱就无法验证；是否可用，第一个请求时就会知道。
unreadable = ⚠️ 密钥已无法读取，因此请求会被拒绝。请重新输入，或将其移除。
