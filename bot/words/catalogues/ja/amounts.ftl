### 料金、時間、列挙。ほかの文の中で使われる。

cost-unknown = 料金不明
cost-estimated = 約{ $price }

comma = 、
either = { $names }、または{ $last }
either-of-many = { $names }、またはほか{ $more }件のいずれか
both = { $first }と{ $last }
few-of-many = { $names }、ほか{ $more }件

seconds = { $seconds }秒
minutes = { $minutes }分
minutes-and-seconds = { $minutes }分{ $seconds }秒
