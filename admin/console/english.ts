/** The words of the console around the plugin. */
export const consoleEnglishMessages = {
  console: {
    groups: { clients: 'Clients' },
  },
  // react-admin's own message writes "iD".
  ra: { sort: { sort_by: 'Sort by %{field} %{order}' } },
};
