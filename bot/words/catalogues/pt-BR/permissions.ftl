### Discord's permissions, by the very names that its own settings show in this language.

permission-view-channel = Ver canal
permission-send-messages = Enviar mensagens
permission-send-messages-in-threads = Enviar mensagens em tópicos
permission-embed-links = Inserir links
permission-attach-files = Anexar arquivos
permission-read-message-history = Ler histórico de mensagens
