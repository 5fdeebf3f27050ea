someone-who-left = サーバーを抜けた人
forgotten = データを削除した人
top-askers = リクエストの多い人
unknown-model = 不明なモデル

## The first line of the file

column-day = 日付 (UTC)
column-user-id = ユーザーID
column-name = 名前
column-model = モデル
column-pictures = 枚数
column-cost = 料金 (USD)
column-lost = うち中断分
column-by-server = うちサーバー独自のキーの分

## A person's account

you-used = **あなたの利用**: { $sums }
free-here = { you-used }ここでは無料です。
sums = 今日 { $today }、今月 { $month }。
sums-by-bot = 今日 { $today }、今月 { $month }（Botの負担）。
by-servers = このほか、サーバー独自のキーでの今月の利用: { $amount }。
no-budget = ここでのあなたの利用に上限はありません。
budget = - { $in_server ->
        [true] このサーバーでの
       *[false] {""}
    }{ $scope ->
        [user] あなたの
        [role] ロールによるあなたの
        [server] このサーバーの
       *[bot] 全員合計の
    }{ $period ->
        [day] 今日
       *[month] 今月
    }の残り: **{ $unit ->
        [microusd] { $left } / { $limit }
       *[pictures] { $limit }枚中{ $left }枚
    }**（{ $renews }にリセット）
small-print = -# 処理中のリクエストは見積もり額で計算されます。日と月はUTCで区切られます。

## A server's account

server-used = **このサーバーの利用**: { $sums }
by-own-key = このサーバー独自のキーでの支払い: { $sums }
nobody-asked = 過去{ $days }日間、ここで画像をリクエストした人はいません。
askers = { top-askers }（過去{ $days }日間）:
asker = { $place }. { $person }: { $amount }
by-model = モデル別: { $models }。
lost = このうち、描画中に中断されたリクエストの分: { $amount }。
refusals = 画像にならなかったもの: { $refusals }。
refusal = { $reason } { $count }件
further-refusals = その他の理由 { $count }件
further-models = ファイルにほか{ $count }件

pictures = { $pictures }枚
cost-of = { $cost }（{ $pictures }枚）

## The chart

chart-title-microusd = 1日ごとの料金
chart-title-pictures = 1日ごとの枚数
chart-subtitle = 過去{ $days }日間、合計 { $amount }
chart-alt = { $title }。{ $subtitle }。{ $bars }。ほかの日はなし。{ top-askers }: { $people }。
chart-bar = { $name }: { $amount }
