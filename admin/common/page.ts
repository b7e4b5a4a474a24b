/**
 * For the root of a page: long lines end in an ellipsis at the page's edge. Without it they would
 * widen react-admin's layout, which grows with its content.
 */
export const page = { contain: 'inline-size' } as const;
