### Why requests came to nothing: each stands after a number, as in "3 over a budget".

reason-invalid-request = com opções ou arquivos inválidos
reason-not-allowed = onde não posso publicar
reason-budget-spent = acima de um limite
reason-queue-full = com a fila cheia
reason-too-many-jobs = com pedidos demais em andamento
reason-storage-down = com o banco de dados fora do ar
reason-server-key-unreadable = com uma chave deste servidor que não consigo ler
reason-server-key-changed = com uma chave deste servidor que mudou nesse meio-tempo
reason-not-for-you = sem permissão
reason-not-yours = sobre imagens de outra pessoa
reason-closed-here = onde não está liberado
reason-muted = de pessoas silenciadas
reason-word-refused = com uma palavra bloqueada aqui
reason-edits-forbidden = sobre imagens que não podem ser editadas
reason-content-refused = recusados pela segurança do serviço de imagens
reason-rate-limited = com o serviço de imagens sobrecarregado
reason-provider-down = com o serviço de imagens fora do ar
reason-provider-timed-out = sem terminar a tempo no serviço de imagens
reason-provider-misconfigured = não aceitos pelo serviço de imagens
reason-out-of-money = sem saldo no serviço de imagens
reason-bad-answer = com uma resposta sem imagem
reason-cancelled = cancelados
reason-stopped = interrompidos por um reinício ou um erro meu
reason-otherwise = por outro motivo
