// What a script uses, by its syntax tree: runs behind acorn.js. Each use is [kind, name, line, column].

// Methods that give no list but an iterator, which has methods of lists only in newer browsers.
const ITERATING = ["entries", "keys", "matchAll", "values"];
const LOOKBEHIND = /\(\?<[=!]/;

function uses(text, type, ecmaVersion) {
  let tree;
  try {
    tree = acorn.parse(text, { ecmaVersion, sourceType: type, locations: true });
  } catch (error) {
    if (!error.loc) throw error;
    return [["error", error.message.replace(/ \(\d+:\d+\)$/, ""), error.loc.line, error.loc.column + 1]];
  }
  const found = [];
  const declared = new Set();
  const free = [];
  const add = (kind, name, node) => found.push([kind, name, node.loc.start.line, node.loc.start.column + 1]);

  // The last name of an expression: "Array" of Array, of Array.prototype and of window.Array; "Iterator" of
  // list.values(), but not of Object.values(list).
  function last(node) {
    if (node.type === "Identifier") return node.name;
    if (node.type === "CallExpression" && node.callee.type === "MemberExpression") {
      return ITERATING.includes(key(node.callee)) && last(node.callee.object) !== "Object" ? "Iterator" : "";
    }
    const name = node.type === "MemberExpression" ? key(node) : "";
    return name === "prototype" ? last(node.object) : name;
  }

  // The name of a member or property, if it is written there.
  function key(node) {
    const name = node.type === "MemberExpression" ? node.property : node.key;
    if (!node.computed) return name.type === "Identifier" ? name.name : "";
    return name.type === "Literal" && typeof name.value === "string" ? name.value : "";
  }

  // What a pattern declares; a default or a computed key in it is an expression like any other.
  function declare(node) {
    if (!node) return;
    if (node.type === "Identifier") declared.add(node.name);
    else if (node.type === "ObjectPattern") node.properties.forEach((one) => declare(one.value || one.argument));
    else if (node.type === "ArrayPattern") node.elements.forEach(declare);
    else if (node.type === "AssignmentPattern") declare(node.left);
    else if (node.type === "RestElement") declare(node.argument);
  }

  function regex(pattern, node) {
    const bare = pattern.replace(/\\[^]|\[(?:\\[^]|[^\]\\])*\]/g, "");
    if (LOOKBEHIND.test(bare)) add("syntax", "lookbehind in a regular expression", node);
  }

  const look = {
    Identifier: (node) => free.push(node),
    VariableDeclarator: (node) => declare(node.id),
    FunctionDeclaration: (node) => [node.id, ...node.params].forEach(declare),
    FunctionExpression: (node) => [node.id, ...node.params].forEach(declare),
    ArrowFunctionExpression: (node) => node.params.forEach(declare),
    ClassDeclaration: (node) => declare(node.id),
    ClassExpression: (node) => declare(node.id),
    CatchClause: (node) => declare(node.param),
    ImportSpecifier: (node) => declare(node.local),
    ImportDefaultSpecifier: (node) => declare(node.local),
    ImportNamespaceSpecifier: (node) => declare(node.local),
    Literal(node) {
      if (node.regex) regex(node.regex.pattern, node);
      else if (typeof node.value === "string") regex(node.value, node); // it may become one
    },
    TemplateElement: (node) => regex(node.value.cooked || "", node),
    MemberExpression(node) {
      if (key(node)) add("member", `${last(node.object)}.${key(node)}`, node.property);
    },
    ObjectPattern(node) {
      for (const one of node.properties) if (one.key && key(one)) add("member", `.${key(one)}`, one);
    },
    StaticBlock: (node) => add("syntax", "a static block of a class", node),
    BinaryExpression(node) {
      if (node.left.type === "PrivateIdentifier") add("syntax", "#name in object", node);
    },
    CallExpression(node) {
      const [first] = node.arguments;
      const listens = ["addEventListener", "fromEvent"].includes(last(node.callee));
      if (listens && first && first.type === "Literal") add("event", first.value, first);
      made(node);
    },
    NewExpression: (node) => made(node),
  };

  // A regular expression made of a string has the syntax of one that is written as such.
  function made(node) {
    if (last(node.callee) !== "RegExp" || !node.arguments.every((one) => typeof one.value === "string")) return;
    const [pattern, flags] = node.arguments.map((one) => one.value);
    const literal = `/${(pattern || "(?:)").replace(/\\[^]|\//g, (part) => (part === "/" ? "\\/" : part))}/${flags || ""}`;
    try {
      acorn.parse(literal.replace(/\n/g, "\\n"), { ecmaVersion });
    } catch (error) {
      add("error", error.message.replace(/ \(\d+:\d+\)$/, ""), node);
    }
  }

  function walk(node) {
    if (look[node.type]) look[node.type](node);
    for (const name of Object.keys(node)) {
      const value = node[name];
      // names of members and properties are no variables
      if ((name === "property" || name === "key") && !node.computed) continue;
      for (const one of Array.isArray(value) ? value : [value]) if (one && one.type) walk(one);
    }
  }

  walk(tree);
  for (const node of free) if (!declared.has(node.name)) add("global", node.name, node);
  return found;
}
