## The commands

command-imagine = 글로 이미지를 만들어요
command-edit = 내 이미지를 글로 바꿔요
command-usage = 사용량과 남은 이용 한도를 보여 줘요
command-history = 최근 요청과 이미지를 다시 보여 줘요
command-references = 다음 요청에 함께 쓸 참고 이미지를 보여 줘요
command-tree = 이미지의 계보를 그림 한 장으로 보여 줘요
command-help = 할 수 있는 일을 예시로 알려 줘요
command-privacy = 내 이미지를 편집할 수 있는 사람을 정해요
command-forget = 저장된 내 데이터를 삭제해요
command-forget-me = 저장된 내 데이터를 확인 후 모두 삭제해요
command-export = 저장된 내 데이터를 받아요
command-export-me = 저장된 내 데이터를 모두 DM으로 보내 줘요
command-gallery = 이 서버에 공유된 이미지
command-gallery-top = 이 서버에서 하트를 많이 받은 이미지
command-gallery-new = 이 서버의 최신 이미지
command-gallery-random = 이 서버에 공유된 이미지 중 무작위 한 장
command-gallery-mine = 여기에 공유한 내 이미지를 보거나 공유를 취소해요
command-theme = 이미지를 모으는 테마
command-theme-open = 운영진용: 테마를 시작해요
command-theme-close = 운영진용: 테마를 일찍 끝내요
command-theme-list = 진행 중인 테마를 보여 줘요
command-settings = 서버 설정: 채널, 모델, 이용 한도, 금지어 등 (서버 관리자용)
command-mute = 이 서버에서 특정 사용자의 Easel 이용을 정지해요
command-unmute = Easel 이용 정지를 해제해요
command-muted = 여기서 Easel 이용이 정지된 사용자를 보여 줘요
command-reports = 처리를 기다리는 신고된 이미지를 보여 줘요
command-audit = Easel과 관련된 운영진의 활동 기록을 보여 줘요

## Their options

option-prompt = 그리고 싶은 것 또는 바꾸고 싶은 내용
option-quality = 완성도. 높을수록 비용과 시간이 더 들어요
option-size = 너비x높이(픽셀). 모델이 지원하는 크기면 돼요
option-background = 대상 뒤의 배경. transparent(투명)는 png나 webp만 가능해요
option-n = 이미지 수
option-model = 그릴 모델
option-seed = 같은 숫자면 같은 이미지가 나와요(지원하는 서비스만)
option-format = 결과 파일 형식
option-private = 결과를 나에게만 보여 줘요
option-spoiler = 누군가 클릭할 때까지 이미지를 가려요
option-complexity = 그리기 전에 모델이 얼마나 구상할지
option-frames = 애니메이션의 프레임 수(gif)
option-frame-ms = 애니메이션의 프레임당 표시 시간, 밀리초(gif)
option-aspect = 이미지를 이 비율까지 넓혀요. 원본은 그대로 남아요
option-area = 마스크가 있을 때: 표시한 부분과 그 주변만 보내거나 이미지 전체를 보내요
option-fidelity = 원본 이미지를 얼마나 충실히 따를지
option-image = 바꿀 이미지
option-mask = 바꿀 곳: 흰색, 투명한 부분 또는 이미지 위에 한 가지 색으로 칠한 부분
option-further-image = 함께 사용할 추가 이미지
option-preview = 비용이 들기 전에 바꿀 곳을 격자로 확인하고 골라요
option-span = 조회할 기간
option-by = 이 사용자의 이미지만 보여 줘요
option-theme-name = 테마 이름
option-theme-ends = 며칠 뒤에 끝나는지
option-theme-channel = 이미지를 게시할 채널 또는 스레드
option-theme = 진행 중인 테마
option-muted-person = 대상 사용자
option-unmuted-person = 대상 사용자(서버를 나간 사람도 가능)
option-mute-time = 정지할 기간
option-picture = 최근 이미지 중 하나. 비워 두면 가장 최근 이미지

## Choices of how far back a gallery reaches

span-week = 최근 7일
span-month = 최근 30일
span-ever = 전체 기간

## Choices of how long a mute lasts

mute-time-hour = 1시간
mute-time-day = 1일
mute-time-week = 1주
mute-time-ever = 무기한

## The entries of the Apps menu of a message, at most 32 characters each

menu-edit = 이미지 편집
menu-reference = 참고 이미지로 사용
menu-info = 이미지 정보

## Sizes in the list to choose from, behind their pixels

size-1024x1024 = 1024x1024 (정사각형)
size-1024x1536 = 1024x1536 (세로)
size-1536x1024 = 1536x1024 (가로)
size-2048x2048 = 2048x2048 (큰 정사각형)
size-1152x2048 = 1152x2048 (세로, 9:16)
size-2048x1152 = 2048x1152 (가로, 16:9)
size-1440x2560 = 1440x2560 (대형, 9:16)
size-2560x1440 = 2560x1440 (대형, 16:9)
size-2160x3840 = 2160x3840 (4K, 9:16)
size-3840x2160 = 3840x2160 (4K, 16:9)

model-with-end = { $model } ({ $maker }에서 { $day }까지 제공)
