someone-who-left = 서버를 나간 사람
forgotten = 데이터를 삭제한 사람
top-askers = 가장 많이 요청한 사람
unknown-model = 알 수 없는 모델

## The first line of the file

column-day = 날짜(UTC)
column-user-id = 사용자 ID
column-name = 이름
column-model = 모델
column-pictures = 이미지 수
column-cost = 비용(USD)
column-lost = 그중 중단된 요청
column-by-server = 그중 서버 키로 낸 비용

## A person's account

you-used = **내 사용량**: { $sums }
free-here = { you-used } 여기서는 무료예요.
sums = 오늘 { $today }, 이번 달 { $month }.
sums-by-bot = 오늘 { $today }, 이번 달 { $month } (봇이 부담).
by-servers = 이 밖에 서버 키로 낸 이번 달 사용량: { $amount }.
no-budget = 여기서는 이용 한도가 없어요.
budget = - { $in_server ->
        [true] 이 서버에서{" "}
       *[false] {""}
    }{ $period ->
        [day] 오늘
       *[month] 이번 달
    } { $scope ->
        [user] 나의
        [role] 역할에 따른 나의
        [server] 이 서버의
       *[bot] 모두를 합한
    } 남은 한도: **{ $unit ->
        [microusd] { $left } / { $limit }
       *[pictures] { $limit }장 중 { $left }장
    }** ({ $renews } 초기화)
small-print = -# 진행 중인 요청은 예상 비용으로 계산해요. 일과 월은 UTC 기준이에요.

## A server's account

server-used = **이 서버의 사용량**: { $sums }
by-own-key = 이 서버의 키로 낸 비용: { $sums }
nobody-asked = 최근 { $days }일 동안 여기서 이미지를 요청한 사람이 없어요.
askers = { top-askers }(최근 { $days }일):
asker = { $place }. { $person }: { $amount }
by-model = 모델별: { $models }.
lost = 이 중 그리는 도중 중단된 요청: { $amount }.
refusals = 이미지를 만들지 못한 요청: { $refusals }.
refusal = { $reason } { $count }건
further-refusals = 그 밖의 이유 { $count }건
further-models = 파일에 { $count }개 더

pictures = { $pictures }장
cost-of = { $cost }({ $pictures }장)

## The chart

chart-title-microusd = 일별 비용
chart-title-pictures = 일별 이미지 수
chart-subtitle = 최근 { $days }일, 합계 { $amount }
chart-alt = { $title }. { $subtitle }. { $bars }. 다른 날은 없음. { top-askers }: { $people }.
chart-bar = { $name }: { $amount }
