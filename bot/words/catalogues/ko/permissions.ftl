### 문장 안에서 읽기 쉽도록 Discord 설정의 이름을 따옴표로 묶는다.

permission-view-channel = ‘채널 보기’
permission-send-messages = ‘메시지 보내기’
permission-send-messages-in-threads = ‘스레드에서 메시지 보내기’
permission-embed-links = ‘링크 첨부’
permission-attach-files = ‘파일 첨부’
permission-read-message-history = ‘메시지 기록 보기’
