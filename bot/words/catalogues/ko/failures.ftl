### 오류 설명. 첫 문장은 무슨 일인지, 둘째 문장은 어떻게 하면 되는지, 마지막은 비용.

## Parts that the sentences share

# 마침표 앞에 오는 독립된 문장.
free = 비용은 들지 않았어요
cost = { $charge ->
       *[free] { free }
        [unsure] 비용이 청구됐을 수 있어요
        [all] 이미지 생성 서비스가 이미 작업을 시작해서 이용 한도에 반영돼요
        [part] 이미지 생성 서비스가 이미 작업을 시작해서 { $percent }%가 이용 한도에 반영돼요
    }
paid = { $free ->
        [true] 비용은 들지 않았어요
       *[false] 비용은 청구됐어요
    }
# 뒤에 이유가 이어진다.
made = { $posted ->
        [0] 이미지는 만들었지만,
       *[other] 이미지 { $pictures }장 중 { $posted }장만 게시했어요. 나머지는
    }

# 뒤에 ‘에’, ‘에서’가 붙는다.
here = { $where ->
        [here] 여기
       *[elsewhere] { $channel }
    }
# 문장 맨 앞에 오고, 뒤에 띄어쓰기 없이 이어진다.
here-if-here = { $where ->
        [here] 여기서는{" "}
       *[elsewhere] {""}
    }
this-channel = { $where ->
        [here] 이 채널
       *[elsewhere] { $channel }
    }
this-server = { $where ->
        [here] 이 서버
       *[elsewhere] { $channel } 채널의 서버
    }
this-server-first = { $where ->
        [here] 이 서버
       *[elsewhere] { $channel } 채널의 서버
    }

standing-asker = 이미지를 요청한 사람
standing-channel-moderator = 운영진
standing-manager = 서버 관리자
standing-member = 서버 멤버
standing-moderator = 운영진
standing-or = {" "}또는{" "}

## Without an error of their own

failed-plainly = 요청에 실패했고, Discord가 이유를 설명하는 말을 차단했어요. /history에서 확인하세요.
unreadable = 함께 보낸 것(투표 등)을 읽을 수 없어요. 빼고 다시 시도하거나 다른 메시지에서 시도해 주세요. 비용은 들지 않았어요.
form-over = 이 양식은 연 지 너무 오래됐거나 Easel이 다시 시작되기 전의 것이에요. 다시 열어 주세요. 비용은 들지 않았어요.

## The errors

prompt-blank = 프롬프트가 비어 있어요. 그릴 내용을 글로 적어 주세요. { free }.
prompt-too-long = 프롬프트가 { $length }자예요. 최대 { $limit }자까지 쓸 수 있어요. 줄여서 다시 요청해 주세요. { free }.
prompt-too-long-for-model = 프롬프트가 { $model } 모델의 한도{ $has_limit ->
        [true] ({ $limit }자)
       *[false] {""}
    }보다 길어요. 줄이거나 다른 `model`을 선택해 주세요. { free }.
request-too-large = { $pictures ->
        [0] 요청이 이미지 생성 서비스가 한 번에 받는 크기보다 커요. 프롬프트를 줄여서 다시 요청해 주세요
       *[other] 이미지가 이미지 생성 서비스가 한 번에 받는 크기보다 커요. 크기를 줄이거나 개수를 줄여 주세요
    }. { free }.
format-not-granted = 이 봇의 계정으로는 { $model } 모델에서 { $output_format } `format`을 쓸 수 없어요. png, webp, jpeg 중에서 선택해 주세요. { free }.
edits-not-offered = { here-if-here }이미지 생성 서비스가 글로 이미지를 만들 수만 있고 바꿀 수는 없어요. /imagine을 사용해 주세요. { free }.
mask-not-offered = { here-if-here }이미지 생성 서비스가 마스크를 지원하지 않아요. `mask`를 빼고 바꿀 내용을 글로 적어 주세요. { free }.
mask-for-several-pictures = { here-if-here }마스크를 이미지 한 장에만 쓸 수 있는데 { $pictures }장을 주셨어요. 마스크를 빼거나 이미지를 한 장만 남겨 주세요. { free }.
too-many-pictures = 이미지가 모두 { $pictures }장이에요. 최대 { $limit }장까지 쓸 수 있어요. 몇 장을 빼거나 /references에서 참고 이미지를 비워 주세요. { free }.
no-picture-there = 그 메시지에는 쓸 수 있는 이미지가 없어요. 링크가 아닌 첨부된 이미지를 선택하거나 직접 첨부해 주세요. { free }.
picture-out-of-sight = Discord에서는 다른 사람이 메시지에 첨부한 파일을 제가 볼 수 없어요. 그 메시지의 메뉴를 열고 ‘앱’ > ‘이미지 편집’을 선택해 주세요. { free }.
no-such-picture = 그 메시지의 이미지는 { $pictures }장이라 { $place }번 이미지는 없어요. 다른 번호로 시작해 주세요. { free }.
nothing-larger = { $model } 모델은 이 비율로 더 큰 이미지를 만들 수 없어요. 다른 `model`로 편집해 주세요. { free }.
already-that-shape = 이미지가 이미 { $aspect } 비율이라 더할 것이 없어요. 다른 `aspect`을 선택해 주세요. { free }.
aspect-not-taken = { $beside ->
        [mask] `aspect`은 이미지 바깥을 더하고 `mask`는 이미지 안을 바꿔요. 둘 중 하나를 빼 주세요
        [size] 크기는 `aspect`에 따라 정해져요. `size`를 빼 주세요
        [preview] `aspect`은 이미지 바깥을 더하기 때문에 고를 곳이 없어요. `preview`를 빼 주세요
       *[nothing] `aspect`은 이미 있는 이미지에 더하는 거예요. 새 이미지는 `size`를 선택해 주세요
    }. { free }.
extended-too-far = 비율이 { $limit }:1을 넘어서 { $model } 모델로는 만들 수 없어요. 먼저 다른 방향으로 넓히거나 다른 `model`을 선택해 주세요. { free }.
area-not-taken = { $as_drawn ->
        [true] `area` { $area } 값은 원본을 유지하는 편집에 쓰는데, { here }에서는 꺼져 있어요. `area`를 빼거나 서버 관리자나 봇 운영자에게 문의해 주세요
       *[false] `area` { $area } 값은 마스크와 함께 쓰는데 마스크가 없어요. `mask`를 주거나 `area`를 빼 주세요
    }. { free }.
unsupported-image = `{ $label }`에 넣은 파일은 { $known ->
        [yes] { $found } 형식이지만 읽을 수 없는 종류예요
        [no] { $found } 형식이라 { $formats } 이미지가 아니에요
       *[unclear] { $formats } 이미지가 아니에요
    }. { $found ->
        [HEIC] iPhone의 ‘설정’ > ‘카메라’ > ‘포맷’에서 ‘높은 호환성’을 선택하거나 스크린샷을 첨부해 주세요
       *[other] PNG나 JPEG로 저장해서 첨부해 주세요
    }. { free }.
broken-image = `{ $label }`의 파일이 잘렸거나 손상돼서 이미지로 읽을 수 없어요. 열어서 다시 저장한 뒤 새로 첨부해 주세요. { free }.
file-too-large = `{ $label }`의 파일이 { $limit_mib }MiB보다 커요. 더 작게 또는 JPEG로 저장해서 다시 요청해 주세요. { free }.
too-many-pixels = `{ $label }`의 이미지는 { $size } 픽셀이에요. 이 형식은 최대 { $limit_megapixels }메가픽셀까지 쓸 수 있어요. 크기를 줄여서 다시 요청해 주세요. { free }.
side-too-long = `{ $label }`의 이미지는 { $size } 크기예요. 한 변은 최대 { $limit_side }픽셀까지 쓸 수 있어요. 자르거나 줄여서 다시 요청해 주세요. { free }.
image-too-complex = `{ $label }`의 파일을 읽는 데 메모리나 시간이 너무 많이 들어요. 더 작게 또는 일반 JPEG나 PNG로 저장해서 다시 요청해 주세요. { free }.
foreign-file = `{ $label }`의 파일이 Discord 서버에 있지 않아요. 파일 자체를 첨부해 주세요. { free }.
file-unavailable = Discord에서 `{ $label }`의 파일을 받지 못했어요. 다시 첨부해서 한 번 더 요청해 주세요. { free }.
mask-of-another-shape = 마스크는 { $mask_size }, 이미지는 { $image_size } 크기라서 비율이 달라요. 이미지와 크기가 같거나 비율이 같은 마스크를 써 주세요. { free }.
mask-too-detailed = 마스크가 너무 복잡해서 보낼 수 없어요({ $size_mib }MiB, { $limit_mib }MiB 미만이어야 해요). 흑백으로 단순하게 칠하거나 더 작은 이미지를 써 주세요. { free }.
not-allowed = { here }에 이미지를 게시할 수 없어요. { $permission_names } 권한이 없어요. 운영진에게 요청하거나 다른 채널을 사용해 주세요. { free }.
budget-spent = 이 요청은 { budget-whose }{ $period ->
        [month] 이번 달
       *[day] 오늘
    } 이용 한도를 넘어요(남은 한도: { $unit ->
        [microusd] { $price_left }
       *[pictures] { $limit }장 중 { $left }장
    }). 한도는 { $renews }에 초기화돼요. { free }.
budget-whose = { $in_server ->
        [true] { this-server }에서{" "}
       *[false] {""}
    }{ $scope ->
        [user] 회원님의{" "}
        [role] 회원님 역할의{" "}
        [server] { this-server }의{" "}
       *[bot] 봇 전체의{" "}
    }
queue-full = 이미 요청 { $waiting }개가 대기 중이에요. 최대 { $limit }개까지 받을 수 있어요. 몇 분 뒤에 다시 시도해 주세요. { free }.
too-many-jobs = { $scope ->
        [user] 진행 중인 회원님의 요청이
        [here] { this-server }에서 진행 중인 회원님의 요청이
       *[server] { this-server-first }에서 진행 중인 요청이
    } 이미 { $open }개예요. 최대 { $limit }개까지 할 수 있어요. 하나가 끝날 때까지 기다려 주세요. { free }.
cancelled = 이 요청은 { $is_known ->
        [true] { $by } 님이
       *[false] 데이터를 삭제한 사람이
    } 취소했어요. 언제든 다시 요청할 수 있어요. { cost }.
rate-limited = 지금 이미지 생성 서비스에 요청이 너무 많아서 거절됐어요. { wait } 다시 시도할 수 있어요. { cost }.
provider-down = 이미지 생성 서비스가 응답하지 않거나 중간에 멈췄어요. 몇 분 뒤에 다시 시도해 주세요. { cost }.
provider-timed-out = 이미지 생성 서비스가 제시간에 끝내지 못했어요. 품질을 낮추거나 이미지 수를 줄여서 다시 시도해 주세요. { cost }.
provider-paused = 이미지 생성 서비스에 한동안 문제가 계속돼서 요청을 보내지 않았어요. { wait } 다시 시도할 수 있어요. { cost }.
wait = { $has_wait ->
        [true] { $wait }에
        [soon] 잠시 뒤에
       *[false] 1분쯤 뒤에
    }
organization-unverified = 이미지 생성 서비스의 { $model } 모델은 인증된 조직만 쓸 수 있어요. 다른 `model`을 선택하거나 봇 운영자에게 조직 인증을 요청해 주세요. { cost }.
account-blocked = 이미지 생성 서비스가 이 봇의 계정을 차단했어요. 봇 운영자만 해결할 수 있어요. { cost }.
address-wrong = 이 봇이 요청을 보내는 주소에 이미지 생성 서비스가 없어요. 봇 운영자만 고칠 수 있어요. { cost }.
empty-answer = 이미지 생성 서비스가 이미지 없이 응답했어요. 안전 시스템이 내용을 걸렀을 수 있어요. 다르게 표현해서 다시 요청해 주세요. { cost }.
key-rejected = 이미지 생성 서비스가 이 봇의 키를 받아들이지 않아요. 봇 운영자만 고칠 수 있어요. { cost }.
out-of-money = 이미지 생성 서비스에 있는 이 봇의 계정이 잔액이 부족하거나 한도를 넘었어요. 봇 운영자만 충전할 수 있어요. { cost }.
model-unknown = 이미지 생성 서비스에 { $model } 모델이 없거나 더 이상 제공되지 않아요. 다른 `model`을 선택해 주세요. { cost }.
request-rejected = 이미지 생성 서비스가 이 요청을 받아들이지 않았어요. 다른 옵션으로 시도하거나 봇 운영자에게 알려 주세요. { cost }.
bad-answer = 이미지 생성 서비스의 응답에 온전한 이미지가 없었어요. 잠시 후 다시 시도해 주세요. { cost }.
interrupted = 이 요청이 끝나기 전에 Easel이 중지됐어요. 몇 분 뒤에 다시 요청해 주세요. { cost }.
outcome-unknown = 이미지 생성 서비스가 작업하는 동안 Easel이 중지돼서 결과를 알 수 없어요. 회원님께 청구되지는 않았어요. 다시 요청하려면 버튼을 눌러 주세요.
unexpected = Easel 자체에 문제가 생겼어요. 자세한 내용은 로그에 있어요. 나중에 다시 시도해 주세요. 비용이 들었는지는 알 수 없어요.
too-late = 지난 요청이 Easel에 너무 늦게 도착해서 Discord에 응답이 없다고 표시됐어요. 한 번 더 요청해 주세요. { cost }.
place-closed = { $asleep ->
        [true] 스레드가 보관되었거나 잠겨 있어서 { this-channel }에서 답할 수 없어요. 스레드를 다시 열어 달라고 하거나 다른 채널에서 요청해 주세요
       *[false] Discord 권한 때문에 { here }에서 답할 수 없어요. 운영진에게 권한을 요청하거나 다른 채널을 사용해 주세요
    }. { cost }.
storage-down = Easel의 데이터베이스나 저장소가 응답하지 않아서 지금은 아무것도 저장할 수 없어요. 몇 분 뒤에 다시 시도해 주세요. { free }.
server-key-unreadable = 이 서버가 등록한 이미지 생성 서비스 키를 더 이상 읽을 수 없어요. 서버 관리자가 /settings에서 다시 입력할 수 있어요. { free }.
server-key-changed = 기다리는 동안 비용을 낼 키가 삭제되거나 바뀌었어요. 한 번 더 요청해 주세요. { free }.
not-yours = 이 이미지를 요청한 사람만 할 수 있어요. 내 이미지는 /history에서 볼 수 있어요.
not-for-you = { here }에서 이 작업은 { $whose }만 할 수 있어요. 그분에게 부탁해 주세요.
closed-here = { this-server-first }에서 이 기능은{ $in_channels ->
        [true] {" "}{ $channels }에서
        [elsewhere] {" "}다른 채널에서
       *[false] {""}
    }{ $for_roles ->
        [true] {" "}{ $roles } 역할이 있는 사람만
       *[false] 만
    } 쓸 수 있어요. 바꾸고 싶다면 운영진에게 문의해 주세요.{ $doing ->
        [share] {""}
       *[other] {" "}{ free }.
    }
muted = { this-server }의 운영진이 회원님의 Easel 이용을 정지했어요({ $has_end ->
        [true] { $until }까지
       *[false] 무기한
    }). 이유는 운영진에게 문의해 주세요.
word-refused = 프롬프트에 { this-server-first }에서 허용하지 않는 단어가 있어요. 다르게 표현해 주세요. { free }.
export-too-soon = 데이터 내보내기는 한 시간에 한 번만 할 수 있어요. { $next }에 다시 요청해 주세요.
messages-closed = DM을 보낼 수 없어요. 회원님의 데이터는 다른 사람이 보면 안 되니, 이 서버의 개인정보 보호 설정에서 DM을 허용하거나 저에게 먼저 DM을 보낸 뒤 다시 요청해 주세요.
no-gallery = { here-if-here }이미지를 공유할 갤러리가 설정되어 있지 않아요. 서버 관리자가 /settings에서 채널을 정할 수 있어요.
gallery-closed = { $why ->
        [filtered] Discord 필터가 이 이미지를 노골적인 내용으로 판단해서 { gallery-channel }에는 누구도 게시할 수 없어요. 다른 이미지를 사용해 주세요
        [refused] { gallery-channel }에 게시할 수 없어요. 서버 관리자가 권한을 주거나 /settings에서 다른 채널을 정할 수 있어요
       *[lost] Discord가 { gallery-channel }에 올린 이미지를 받지 않았어요. 몇 분 뒤에 다시 시도해 주세요
    }.
gallery-channel = { $has_channel ->
        [true] 공유 채널 { $gallery }
       *[false] 공유 채널
    }
shared-already = 이 이미지는 이미 { this-server }에 공유되어 있어요. /gallery mine에서 보거나 공유를 취소할 수 있어요.
not-shared = 이 이미지는 더 이상 공유되지 않아요. 다른 이미지는 /gallery new에서 볼 수 있어요.
own-picture = { $act ->
        [heart] 내 이미지에는 하트를 줄 수 없어요. 다른 사람의 이미지는 /gallery new에서 볼 수 있어요
       *[report] 내 이미지는 신고할 수 없어요. /gallery mine에서 공유를 취소할 수 있어요
    }.
theme-over = 이 테마는 끝났거나 없는 테마예요. 진행 중인 테마는 /theme list에서 볼 수 있어요.
barred-here = 이 이미지는 신고를 받아 운영진이 유지하지 않기로 해서 { here-if-here }공유할 수 없어요. 운영진에게 문의하거나 다른 이미지를 공유해 주세요.
moderation-lower = 이 이미지는 이 채널보다 느슨한 검토 기준으로 만들어져서, 만든 곳에서만 볼 수 있어요.
edits-forbidden = { $by ->
        [server] { this-server-first }에서는 이 이미지를 다른 사람이 편집할 수 없어요
       *[person] 이 이미지의 주인이 다른 사람의 편집을 허용하지 않아요
    }. 내 이미지로 해 보세요. { free }.
draft-over = 이 변경은 이미 보냈거나 취소했거나 준비한 지 한 시간이 넘었어요. ‘편집’부터 다시 시작해 주세요.
request-forgotten = 이 요청의 기록이 더 이상 없어요. 모델을 직접 골라 다시 요청해 주세요. { free }.
not-made-yet = 이 요청의 이미지가 아직 없어요. 잠시 후 /history에서 다시 확인해 주세요.
pictures-gone = 이 이미지는 더 이상 저장되어 있지 않아요. /imagine으로 새로 만들어 주세요. { free }.
too-large-to-post = { made } 다시 인코딩해도 { here }의 Discord 파일 크기 제한을 넘어요. 이미지는 /history에 있어요. `size`를 줄이거나 `format`을 jpeg로 하면 맞을 거예요. { paid }.
channel-closed = { made } { this-channel }에 더 이상 게시할 수 없어요. /history에서 받거나 운영진에게 권한을 요청해 주세요. { paid }.
thread-closed = { made } 스레드가 보관되었거나 잠겨 있어서 { this-channel }에 게시할 수 없어요. /history에서 받거나 스레드를 다시 열어 달라고 해 주세요. { paid }.
picture-filtered = { made } Discord 필터가 노골적인 내용으로 판단해서 { here }에는 누구도 게시할 수 없어요. 다르게 표현해서 다른 이미지를 만들어 주세요. { paid }.
discord-down = { made } 여러 번 시도해도 Discord가 받지 않았어요. 몇 분 뒤에 /history에서 받아 주세요. { paid }.
options-conflict = `{ $option }` { $value } 값은 `{ $other }` { $other_value } 값과 함께 쓸 수 없어요. `{ $other }`에 쓸 수 있는 값: { $choices }. { free }.
mask-marks-nothing = { $how ->
        [chosen] 다시 그릴 부분이 없어요. 다른 부분을 고르거나 ‘반전’을 눌러 주세요
        [opaque] 마스크에 투명한 곳이 없어서 바꿀 곳을 알 수 없어요. 다시 그릴 곳을 흰색으로 칠하거나 지워 주세요
        [painted] 보내 주신 사본에서 칠해진 곳을 찾지 못했어요. 바꿀 곳을 밝은 한 가지 색으로 칠해서 다시 보내 주세요
       *[black] 칠해진 곳을 찾지 못했어요. 다시 그릴 곳을 밝은 한 가지 색이나 흰색으로 칠해서 보내 주세요
    }. { free }.
content-refused = 이미지 생성 서비스의 안전 시스템이 이 요청을 거부했어요{ $has_categories ->
        [true] ({ $categories })
       *[false] {""}
    }. 다르게 표현하거나 다른 이미지를 사용해 주세요. { free }.
size-not-allowed = { $size } 크기는 { $rule ->
        [shape] ‘너비x높이’ 형식(예: { $limit })이 아니에요
        [divisor] 변의 길이가 { $limit }(으)로 나누어지지 않아요
        [ratio] 비율이 { $limit }보다 길어요
        [side] 한 변이 { $limit }픽셀보다 길어요
        [fewest-pixels] 전체가 { $limit }픽셀보다 적어요
       *[most-pixels] 전체가 { $limit }픽셀보다 많아요
    }. { $model } 모델로는 만들 수 없어요. 명령어에서 고를 수 있는 크기{ or-the-model } 중에 선택해 주세요. { free }.
or-the-model = { $has_elsewhere ->
        [true] {" "}(또는 { $elsewhere } 모델)
       *[false] {""}
    }

## An option that cannot have its value

option-of-server = { this-server-first }에서는 `{ $option }`에 { $value } 값을 쓸 수 없어요. 쓸 수 있는 값: { $choices }{ or-the-model }. { free }.
option-of-server-number = { this-server-first }에서는 `{ $option }`에 { $value } 값을 쓸 수 없어요. 1~{ $high } 사이의 숫자{ or-the-model }를 선택해 주세요. { free }.
option-model = { here }에서는 { $value } 모델을 쓸 수 없어요. 쓸 수 있는 모델: { $choices }. { free }.
option-number = `{ $option }` { $value } 값은 { here }에서 쓸 수 있는 범위를 벗어나요. { $low }~{ $high } 사이의 숫자를 { $option ->
        [frame_ms] { $step } 단위로{" "}
       *[other] {""}
    }선택해 주세요. { free }.
option-missing = { $model } 모델에는 `{ $option }` 옵션이 없어요. 빼고 요청해 주세요{ $has_elsewhere ->
        [true] {" "}(또는 { $elsewhere } 모델을 선택해 주세요)
       *[false] {""}
    }. { free }.
option-markup = 여기의 { $model } 모델은 이미지에 그린 표시를 따를 수 없어요. { $has_elsewhere ->
        [true] { $elsewhere } 모델을 선택하거나 ‘칠한 곳 다시 그리기’를 선택해 주세요
       *[false] ‘칠한 곳 다시 그리기’는 선택할 수 있어요
    }. { free }.
option-value = { $model } 모델에는 `{ $option }` { $value } 값이 없어요. 쓸 수 있는 값: { $choices }{ or-the-model }. { free }.

## Something in a message that looks like an option, and does not count

misread = { $what }. { $way_out }{ $quotes ->
        [true] . 옵션이 아니라 글이라면 따옴표로 묶어 주세요
       *[false] {""}
    }. { free }.
mistake-unknown = “{ $written }”은(는) 옵션처럼 보이지만 그런 이름의 옵션이 없어요
mistake-misspelt = “{ $written }”(이)라는 옵션은 없어요
mistake-unmarked = “{ $written }”은(는) 옵션처럼 보이지만 앞에 하이픈 두 개가 없어요
mistake-value-missing = “{ $written }”에 값이 없어요
mistake-value-unknown = “{ $written }”은(는) 이 옵션에 쓸 수 없는 값이에요
mistake-no-value-taken = “{ $written }”은(는) 값을 받지 않는 옵션이에요
mistake-misplaced = “{ $written }” 옵션 뒤에 글이 이어져요. 옵션은 맨 끝에 써 주세요
mistake-twice = “{ $written }”은(는) 이미 정한 옵션에 또 준 값이에요
mistake-private = “{ $written }”은(는) 명령어에서만 쓸 수 있어요. 메시지에 대한 답장은 모두에게 보여요
way-out-private = 나만 보려면 /imagine이나 /edit에서 ‘나만보기’(`private`)를 사용해 주세요
way-out-meant = 혹시 이건가요? **{ $meant }**{ $has_range ->
        [true] {" "}({ $low }~{ $high } 사이의 숫자)
       *[false] {""}
    }
way-out-offered = 쓸 수 있는 옵션: { $names }
way-out-value = 맨 끝에 `--{ $option }`과 값을 써 주세요
way-out-number = { $low }~{ $high } 사이의 숫자를 선택해 주세요
way-out-choices = 쓸 수 있는 값: { $choices }{ $option ->
        [size] {" "}또는 1024x1536 같은 픽셀 크기
       *[other] {""}
    }

## Where the account at the images service is a server's own, and not the bot's

of-server-organization-unverified = 이미지 생성 서비스의 { $model } 모델은 인증된 조직만 쓸 수 있는데, 이 서버의 키는 인증되지 않았어요. 다른 `model`을 선택하거나 서버 관리자에게 문의해 주세요. { cost }.
of-server-account-blocked = 이미지 생성 서비스가 이 서버 키의 계정을 차단했어요. 서버 관리자가 해결하거나 /settings에서 키를 삭제할 수 있어요. { cost }.
of-server-key-rejected = 이미지 생성 서비스가 이 서버의 키를 받아들이지 않아요. 서버 관리자가 /settings에서 다른 키를 입력하거나 삭제할 수 있어요. { cost }.
of-server-out-of-money = 이 서버 키의 계정이 잔액이 부족하거나 한도를 넘었어요. 서버 관리자가 충전하거나 /settings에서 키를 삭제할 수 있어요. { cost }.
of-server-format-not-granted = 이 서버 키의 계정으로는 { $model } 모델에서 { $output_format } `format`을 쓸 수 없어요. png, webp, jpeg 중에서 선택해 주세요. { free }.
of-server-model-unknown = 이 서버의 키로는 { $model } 모델을 쓸 수 없어요. 다른 `model`을 선택해 주세요. { cost }.
