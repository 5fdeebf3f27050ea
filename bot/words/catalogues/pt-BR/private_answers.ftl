### Answers to one person alone that Discord did not take.

discord-refused = O Discord não aceitou a resposta. Tente de novo daqui a pouco. Nada foi gasto.
picture-filtered = O filtro do Discord considera explícita uma imagem da resposta e não deixa publicá-la. Só outra imagem passaria.
words-blocked = O Discord bloqueia aqui palavras ou links da resposta. Tente em outro servidor ou por mensagem direta. Nada foi gasto.
not-listened = Este botão é de uma versão anterior do Easel e não funciona mais. Use de novo o comando que o trouxe.
