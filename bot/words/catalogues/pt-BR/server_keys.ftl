### A key of a server's own at the images service, entered in /settings.

# A field; at most 45 characters.
key-field = Chave de API
# Under it; at most 100 characters.
key-hint = Fica criptografada e não aparece de novo. A partir de agora, paga todos os pedidos do servidor.
# A button; at most 80 characters.
remove-key = Remover a chave
# A select; at most 150 characters.
choose-provider = Adicionar uma chave: escolha o serviço
# Heads a form; at most 45 characters.
form-title = Chave de { $provider }

no-member = Estou só de visita neste servidor, então não posso guardar a chave dele. Primeiro me adicione ao servidor.
removed = Chave removida. A conta do bot volta a pagar neste servidor.
entered-tried = { $provider } aceita esta chave. A partir de agora, ela paga os pedidos deste servidor.
entered-without-money = ⚠️ { $provider } aceita esta chave, mas a conta está sem saldo ou chegou ao limite. A chave ficou guardada: coloque saldo na conta ou remova a chave.
entered-untried = A chave ficou guardada, mas não deu para testá-la sem pagar. O primeiro pedido vai mostrar se { $provider } a aceita.
entered-rejected = ⚠️ { $provider } não aceita esta chave, então nada mudou. Copie e cole de novo.
entered-malformed = ⚠️ Isso não é uma chave, então nada mudou. Copie e cole de novo.

## What /settings says of it

none = *nenhuma: a conta do bot paga*
key = **{ $provider }**, adicionada por { $person } { $moment }
untried = Não deu para testá-la sem pagar; o primeiro pedido vai mostrar se funciona.
unreadable = ⚠️ Não consigo mais ler a chave, então os pedidos são recusados. Adicione de novo ou remova.
