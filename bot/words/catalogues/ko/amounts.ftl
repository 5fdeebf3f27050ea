### 가격, 시간, 나열. 다른 문장 안에 들어간다.

cost-unknown = 비용 알 수 없음
cost-estimated = 약 { $price }

comma = {", "}
either = { $names } 또는 { $last }
either-of-many = { $names } 또는 그 밖의 { $more }개 중 하나
both = { $first }, { $last }
few-of-many = { $names } 외 { $more }개

seconds = { $seconds }초
minutes = { $minutes }분
minutes-and-seconds = { $minutes }분 { $seconds }초
