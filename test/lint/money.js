/**
 * Money is a decimal string and is summed in SQL. This rule for the linter refuses what would
 * turn an amount into a float: arithmetic, `Number(...)`, `parseFloat(...)` and a sign before it,
 * wherever the value's name says that it is money.
 */
const MONEY =
  /^(amount|balance|balanceAfter|previousAmount|credit|debit|creditLimit|available|reserved|price|smsPrice|cost)$/;

const ARITHMETIC = new Set(['+', '-', '*', '/', '%', '**']);
const CONVERSIONS = new Set(['Number', 'parseFloat', 'parseInt', 'BigInt']);

const noArithmetic = {
  meta: {
    messages: {
      arithmetic: '"{{name}}" is money, a decimal string: compute it in SQL, not in JavaScript.',
    },
  },
  create(context) {
    const refuse = (node, operands) => {
      const name = operands.map(nameOf).find((found) => found && MONEY.test(found));
      if (name) context.report({ node, messageId: 'arithmetic', data: { name } });
    };
    return {
      BinaryExpression(node) {
        if (ARITHMETIC.has(node.operator)) refuse(node, [node.left, node.right]);
      },
      AssignmentExpression(node) {
        if (ARITHMETIC.has(node.operator.slice(0, -1))) refuse(node, [node.left, node.right]);
      },
      UnaryExpression(node) {
        if (node.operator === '+' || node.operator === '-') refuse(node, [node.argument]);
      },
      UpdateExpression(node) {
        refuse(node, [node.argument]);
      },
      CallExpression(node) {
        const callee = nameOf(node.callee);
        if (callee && CONVERSIONS.has(callee)) refuse(node, node.arguments);
      },
    };
  },
};

/** The last name of an expression: `balance` of `client.account!.balance`. */
function nameOf(node) {
  switch (node.type) {
    case 'Identifier':
      return node.name;
    case 'MemberExpression':
      return nameOf(node.property);
    case 'Literal':
      return typeof node.value === 'string' ? node.value : undefined;
    case 'ChainExpression':
    case 'TSNonNullExpression':
    case 'TSAsExpression':
      return nameOf(node.expression);
    default:
      return undefined;
  }
}

export default {
  meta: { name: 'money' },
  rules: { 'no-arithmetic': noArithmetic },
};
