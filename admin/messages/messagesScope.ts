/** What a query string says about which of a client's messages to show. */
export interface MessagesScope {
  chargeId: string | null;
  refundId: string | null;
}

/**
 * The transaction of this client whose messages are meant; null when it is none in particular.
 *
 * @example
 * messagesScope('?chargeId=12-7', 12) // { chargeId: '12-7', refundId: null }
 */
export function messagesScope(search: string, clientId: number): MessagesScope {
  const params = new URLSearchParams(search);
  const idIn = (name: string) => {
    const id = params.get(name) ?? '';
    return new RegExp(`^${clientId}-\\d+$`).test(id) ? id : null;
  };
  return { chargeId: idIn('chargeId'), refundId: idIn('refundId') };
}
