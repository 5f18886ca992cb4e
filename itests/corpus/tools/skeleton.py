"""Writes the class of a recorded ORM scenario as far as it can be translated; the rest stands in comments that begin with PY.

    python3 skeleton.py data/orm-open.jsonl <id or beginning of ids>... --package uow --to src/test/java/.../orm/uow
"""
import argparse
import ast
import json
import os
import re
import sys

TYPES = {
    'Integer': 'Integer', 'BigInteger': 'Long', 'SmallInteger': 'Integer', 'String': 'String', 'Text': 'String',
    'Unicode': 'String', 'Boolean': 'Boolean', 'DateTime': 'LocalDateTime', 'Date': 'LocalDate', 'Numeric': 'BigDecimal',
    'Float': 'Double', 'LargeBinary': 'byte[]', 'Enum': 'String', 'JSON': 'Object', 'PickleType': 'Object'}
SQLTYPES = {'Integer': 'INTEGER', 'String': 'string(%s)', 'Text': 'TEXT', 'Boolean': 'BOOLEAN', 'DateTime': 'DATETIME'}
IMPORTS = {
    'List': 'java.util.List', 'ArrayList': 'java.util.ArrayList', 'Set': 'java.util.Set', 'HashSet': 'java.util.HashSet',
    'Map': 'java.util.Map', 'BigDecimal': 'java.math.BigDecimal', 'LocalDateTime': 'java.time.LocalDateTime',
    'LocalDate': 'java.time.LocalDate', 'Id': 'org.aludel.orm.Id', 'Mapped': 'org.aludel.orm.Mapped',
    'Col': 'org.aludel.orm.Col', 'References': 'org.aludel.orm.References', 'Relationship': 'org.aludel.orm.Relationship',
    'LoadStrategy': 'org.aludel.orm.LoadStrategy', 'SessionFactoryBuilder': 'org.aludel.orm.SessionFactoryBuilder',
    'MetaData': 'org.aludel.schema.MetaData', 'Session': 'org.aludel.orm.Session', 'Version': 'org.aludel.orm.Version',
    'Cascade': 'org.aludel.orm.Cascade'}
STATIC = {
    'text(': 'org.aludel.sql.Sql.text', 'column(': 'org.aludel.sql.Sql.column', 'INTEGER': 'org.aludel.types.Types.INTEGER',
    'string(': 'org.aludel.types.Types.string', 'TEXT': 'org.aludel.types.Types.TEXT', 'select(': 'org.aludel.sql.Sql.select',
    'func(': 'org.aludel.sql.Sql.function'}


def name_of(node):
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else None


def const(node):
    return node.value if isinstance(node, ast.Constant) else None


def java_string(text):
    return json.dumps(text, ensure_ascii=False)


class Field:
    def __init__(self, name):
        self.name, self.type, self.column, self.fk, self.annotations, self.init, self.notes = name, 'Object', None, None, [], None, []


class Clazz:
    def __init__(self, name, base):
        self.name, self.base, self.table, self.fields, self.notes = name, base, None, {}, []


class Model:
    def __init__(self, source):
        self.classes, self.tables, self.notes = {}, [], []
        for node in ast.parse(source).body:
            try:
                if isinstance(node, ast.ClassDef):
                    self.clazz(node, source)
                elif (isinstance(node, ast.Assign) and isinstance(node.value, ast.Call) and name_of(node.value.func) == 'Table'):
                    self.table(node)
                else:
                    self.notes.append(ast.unparse(node))
            except Exception as e:
                self.notes.append('%s (%s)' % (ast.unparse(node), e))
        for c in self.classes.values():
            for f in list(c.fields.values()):
                if f.annotations and f.annotations[0] == 'REL':
                    self.relation(c, f)

    def table(self, node):
        call = node.value
        columns = [a for a in call.args if isinstance(a, ast.Call) and name_of(a.func) == 'Column']
        out = []
        for col in columns:
            f = Field('')
            parts = self.column(f, col)
            java = 'column("%s", %s)' % (f.column, f.sqltype)
            if f.fk:
                java += '.references("%s")' % f.fk
            if 'primary_key' in parts:
                java += '.primaryKey()'
            out.append((f.column, f.fk, java))
        self.tables.append((name_of(node.targets[0]), const(call.args[0]), out))

    def column(self, f, call):
        args, kw = list(call.args), {k.arg: k.value for k in call.keywords}
        if args and isinstance(const(args[0]), str):
            f.column = const(args.pop(0))
        f.sqltype, length = 'INTEGER', None
        f.type = None
        for a in args:
            n = name_of(a.func) if isinstance(a, ast.Call) else name_of(a)
            if n == 'ForeignKey':
                f.fk = const(a.args[0])
                f.fkkw = {k.arg: const(k.value) for k in a.keywords}
                if f.fk is None:
                    f.notes.append(ast.unparse(a))
            elif n in TYPES:
                f.type = TYPES[n]
                if isinstance(a, ast.Call) and a.args and isinstance(const(a.args[0]), int):
                    length = const(a.args[0])
                f.sqltype = SQLTYPES.get(n, n)
                if '%s' in f.sqltype:
                    f.sqltype = f.sqltype % (length or 255)
            else:
                f.notes.append(ast.unparse(a))
        if f.type is None:
            f.type = 'Integer'
        result = set()
        for k, v in kw.items():
            if k == 'primary_key' and const(v):
                result.add('primary_key')
            elif k == 'nullable' and const(v) is False:
                result.add('notnull')
            elif k == 'unique':
                result.add('unique')
            else:
                f.notes.append('%s=%s' % (k, ast.unparse(v)))
        f.length = length
        return result

    def clazz(self, node, source):
        bases = [name_of(b) for b in node.bases]
        base = bases[0] if bases and bases[0] in self.classes else None
        c = Clazz(node.name, base)
        self.classes[node.name] = c
        c.mapped = 'Base' in bases or base is not None
        if base:
            c.fields.update({})
        for item in node.body:
            if isinstance(item, ast.Assign) and isinstance(item.targets[0], ast.Name):
                target, value = item.targets[0].id, item.value
                call = value if isinstance(value, ast.Call) else None
                if target == '__tablename__':
                    c.table = const(value)
                    continue
                if call is not None and name_of(call.func) == 'Column':
                    f = Field(target)
                    flags = self.column(f, call)
                    if 'primary_key' in flags:
                        f.annotations.append('@Id')
                    col = []
                    if f.column and f.column != target:
                        col.append('name = "%s"' % f.column)
                    if 'notnull' in flags:
                        col.append('nullable = false')
                    if 'unique' in flags:
                        col.append('unique = true')
                    if col:
                        f.annotations.append('@Col(%s)' % ', '.join(col))
                    if f.fk:
                        extra = ''.join(
                            ', %s = ForeignKeyAction.%s' % ({'ondelete': 'onDelete', 'onupdate': 'onUpdate'}[k], v.upper().replace(' ', '_'))
                            for k, v in f.fkkw.items() if k in ('ondelete', 'onupdate'))
                        f.annotations.append('@References(%s"%s"%s)' % ('value = ' if extra else '', f.fk, extra))
                    c.fields[target] = f
                    continue
                if call is not None and name_of(call.func) in ('relationship', 'deferred', 'relation'):
                    f = Field(target)
                    f.annotations = ['REL', call]
                    c.fields[target] = f
                    continue
                if target == '__mapper_args__' and isinstance(value, ast.Dict):
                    keys = [const(k) for k in value.keys]
                    if keys == ['version_id_col'] and name_of(value.values[0]) in c.fields:
                        c.fields[name_of(value.values[0])].annotations.insert(0, '@Version')
                        continue
            if isinstance(item, ast.Pass):
                continue
            c.notes.append(ast.unparse(item))

    def fks(self, c):
        return {f.fk.rsplit('.', 1)[0] for f in self.all_fields(c).values() if f.fk}

    def all_fields(self, c):
        fields = dict(self.all_fields(self.classes[c.base])) if c.base else {}
        fields.update(c.fields)
        return fields

    def table_of(self, c):
        return c.table or (self.table_of(self.classes[c.base]) if c.base else None)

    def relation(self, c, f):
        call = f.annotations[1]
        f.annotations = []
        if name_of(call.func) == 'deferred':
            self.column(f, call.args[0])
            f.notes.append('deferred')
            return
        target = const(call.args[0]) if call.args else None
        if target is None and call.args:
            target = name_of(call.args[0])
        kw = {k.arg: k.value for k in call.keywords}
        t = self.classes.get(target)
        many = True
        if 'secondary' not in kw and t is not None:
            here, there = self.fks(c), self.fks(t)
            down = self.table_of(c) in there
            up = self.table_of(t) in here
            many = down and not (up and not down)
            if t is c:
                many = 'remote_side' not in kw
            elif up and down:
                many = False
                f.notes.append('direction?')
        if const(kw.get('uselist', ast.Constant(True))) is False:
            many = False
        options = []
        for k, v in kw.items():
            if k == 'backref':
                if const(v):
                    options.append('backref = "%s"' % const(v))
                    back, backkw = const(v), {}
                elif isinstance(v, ast.Call):
                    back, backkw = const(v.args[0]), {x.arg: x.value for x in v.keywords}
                    options.append('backref = "%s"' % back)
                else:
                    f.notes.append(ast.unparse(v))
                    continue
                if t is not None and back not in t.fields:
                    b = Field(back)
                    single = ('secondary' not in kw and (many or self.table_of(c) in self.fks(t))) or const(backkw.pop('uselist', ast.Constant(True))) is False
                    b.type = c.name if single else 'List<%s>' % c.name
                    b.init = None if single else 'new ArrayList<>()'
                    opts = []
                    self.options(b, backkw, opts)
                    b.annotations = ['@Relationship' + ('(%s)' % ', '.join(opts) if opts else '')]
                    t.fields[back] = b
            elif k == 'back_populates':
                options.append('backref = "%s"' % const(v))
        self.options(f, {k: v for k, v in kw.items() if k not in ('backref', 'back_populates', 'uselist')}, options)
        f.annotations = ['@Relationship' + ('(%s)' % ', '.join(options) if options else '')]
        f.type = 'List<%s>' % target if many else target
        f.init = 'new ArrayList<>()' if many else None

    def options(self, f, kw, options):
        for k, v in kw.items():
            value = const(v)
            if k == 'cascade' and isinstance(value, str):
                names = [x.strip().upper().replace('-', '_') for x in value.split(',') if x.strip()] or ['NONE']
                options.append('cascade = {%s}' % ', '.join('Cascade.' + n for n in names if n))
            elif k == 'order_by' and isinstance(value, str):
                options.append('orderBy = "%s"' % value.split('.')[-1])
            elif k == 'order_by' and isinstance(v, ast.Attribute):
                options.append('orderBy = "%s"' % v.attr)
            elif k == 'lazy':
                strategies = {'select': 'LAZY', 'joined': 'JOINED', 'subquery': 'SUBQUERY', 'selectin': 'SELECTIN',
                              'immediate': 'IMMEDIATE', 'noload': 'NOLOAD', 'raise': 'RAISE', 'dynamic': 'DYNAMIC',
                              False: 'JOINED', True: 'LAZY'}
                options.append('load = LoadStrategy.' + strategies.get(value, str(value)))
            elif k == 'secondary':
                tables = {n: t for n, t, _ in self.tables}
                options.append('secondary = "%s"' % (value or tables.get(name_of(v), ast.unparse(v))))
            elif k == 'remote_side':
                options.append('remoteSide = "%s"' % (str(value or ast.unparse(v)).strip('[]').split('.')[-1]))
            elif k in ('post_update', 'viewonly', 'passive_deletes', 'single_parent', 'innerjoin') and value is True:
                java = {'post_update': 'postUpdate', 'viewonly': 'viewOnly', 'passive_deletes': 'passiveDeletes',
                        'single_parent': 'singleParent', 'innerjoin': 'innerJoin'}[k]
                options.append(java + ' = true')
            elif k in ('passive_updates', 'cascade_backrefs') and value is False:
                options.append({'passive_updates': 'passiveUpdates', 'cascade_backrefs': 'cascadeBackrefs'}[k] + ' = false')
            elif k == 'active_history' and value is True:
                options.append('activeHistory = true')
            else:
                f.notes.append('%s=%s' % (k, ast.unparse(v)))


class Steps:
    def __init__(self, model, scenario):
        self.model, self.scenario, self.vars, self.depth = model, scenario, {}, 0

    def attribute_type(self, owner, attribute):
        c = self.model.classes.get(owner)
        f = self.model.all_fields(c).get(attribute) if c else None
        return f.type if f else None

    def member(self, t):
        m = re.match(r'(?:List|Set|Query)<(.*)>$', t or '')
        return m.group(1) if m else None

    def py(self, node):
        return '/* PY: %s */' % ast.unparse(node).replace('*/', '* /'), None

    def literal(self, node, wanted):
        java, t = self.expr(node)
        if wanted == 'BigDecimal' and isinstance(node, ast.Constant) and node.value is not None:
            return 'new BigDecimal("%s")' % node.value
        if wanted == 'Long' and isinstance(node, ast.Constant) and node.value is not None:
            return java + 'L'
        if wanted == 'Double' and isinstance(node, ast.Constant) and node.value is not None:
            return str(float(node.value))
        if wanted and wanted.startswith('List<') and java.startswith('list('):
            return 'new ArrayList<>(List.of(%s))' % java[5:-1]
        return java

    def construct(self, node):
        cls = node.func.id
        self.depth += 1
        v = 'x%d' % self.depth
        sets = ['%s.%s = %s;' % (v, k.arg, self.literal(k.value, self.attribute_type(cls, k.arg))) for k in node.keywords]
        self.depth -= 1
        if node.args:
            return 'new %s(%s)' % (cls, ', '.join(self.expr(a)[0] for a in node.args)), cls
        if not sets:
            return 'new %s()' % cls, cls
        if len(sets) == 1:
            return 'with(new %s(), %s -> %s)' % (cls, v, sets[0][:-1]), cls
        return 'with(new %s(), %s -> { %s })' % (cls, v, ' '.join(sets)), cls

    def expr(self, node):
        if isinstance(node, ast.Constant):
            v = node.value
            if v is None:
                return 'null', None
            if v is True or v is False:
                return str(v).lower(), 'Boolean'
            if isinstance(v, str):
                return java_string(v), 'String'
            return repr(v), 'Integer' if isinstance(v, int) else 'Double'
        if isinstance(node, ast.Name):
            if node.id in self.model.classes:
                return node.id + '.class', 'Class'
            return node.id, self.vars.get(node.id)
        if isinstance(node, (ast.Tuple, ast.List)):
            parts = [self.expr(e) for e in node.elts]
            member = parts[0][1] if parts and isinstance(node, ast.List) and parts[0][1] in self.model.classes else None
            return 'list(%s)' % ', '.join(p[0] for p in parts), 'List<%s>' % member if member else 'List<Object>'
        if isinstance(node, ast.Attribute):
            if isinstance(node.value, ast.Name) and node.value.id in self.model.classes:
                return '%s_%s_.%s' % (self.scenario, node.value.id, node.attr), 'Attr'
            if isinstance(node.value, ast.Call) and name_of(node.value.func) == 'inspect' and node.attr == 'identity':
                return 'identity(%s)' % self.expr(node.value.args[0])[0], 'List<Object>'
            java, t = self.expr(node.value)
            return '%s.%s' % (java, node.attr), self.attribute_type(t, node.attr)
        if isinstance(node, ast.Subscript):
            java, t = self.expr(node.value)
            if isinstance(node.slice, ast.Constant) and isinstance(node.slice.value, int):
                if node.slice.value < 0:
                    return '%s.get(%s.size() - %d)' % (java, java, -node.slice.value), self.member(t)
                return '%s.get(%s)' % (java, node.slice.value), self.member(t)
            if isinstance(node.slice, ast.Constant):
                return '%s.get(%s)' % (java, self.expr(node.slice)[0]), None
            return self.py(node)
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            return '!' + self.expr(node.operand)[0], 'Boolean'
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
            return '-' + self.expr(node.operand)[0], 'Integer'
        if isinstance(node, ast.BinOp):
            left, t = self.expr(node.left)
            right = self.expr(node.right)[0]
            ops = {ast.Add: ('+', 'plus'), ast.Sub: ('-', 'minus'), ast.Mult: ('*', 'times')}
            op = ops.get(type(node.op))
            if op and t == 'Attr':
                return '%s.%s(%s)' % (left, op[1], right), 'Attr'
            return ('%s %s %s' % (left, op[0], right), t) if op else self.py(node)
        if isinstance(node, ast.Compare) and len(node.ops) == 1:
            left, t = self.expr(node.left)
            right, rt = self.expr(node.comparators[0])
            op = node.ops[0]
            if t == 'Attr':
                names = {ast.Eq: 'eq', ast.NotEq: 'ne', ast.Lt: 'lt', ast.LtE: 'le', ast.Gt: 'gt', ast.GtE: 'ge'}
                if right == 'null':
                    return '%s.%s()' % (left, 'isNull' if isinstance(op, ast.Eq) else 'isNotNull'), None
                return '%s.%s(%s)' % (left, names.get(type(op), '/*PY*/'), right), 'Condition'
            if isinstance(op, (ast.Is, ast.IsNot)):
                return '%s %s %s' % (left, '==' if isinstance(op, ast.Is) else '!=', right), 'Boolean'
            if isinstance(op, (ast.In, ast.NotIn)):
                return '%s%s.contains(%s)' % ('' if isinstance(op, ast.In) else '!', right, left), 'Boolean'
            if isinstance(op, (ast.Eq, ast.NotEq)):
                return '%s%s.equals(%s)' % ('' if isinstance(op, ast.Eq) else '!', left, right), 'Boolean'
            names = {ast.Lt: '<', ast.LtE: '<=', ast.Gt: '>', ast.GtE: '>='}
            return '%s %s %s' % (left, names[type(op)], right), 'Boolean'
        if isinstance(node, ast.BoolOp):
            op = ' && ' if isinstance(node.op, ast.And) else ' || '
            return op.join(self.expr(v)[0] for v in node.values), 'Boolean'
        if isinstance(node, (ast.ListComp, ast.GeneratorExp, ast.SetComp)) and len(node.generators) == 1:
            g = node.generators[0]
            it, t = self.iterable(g.iter)
            member = self.member(t)
            if isinstance(g.target, ast.Name):
                old = self.vars.get(g.target.id)
                self.vars[g.target.id] = member
                body, bt = self.expr(node.elt)
                conditions = ''.join('.filter(%s -> %s)' % (g.target.id, self.expr(i)[0]) for i in g.ifs)
                if old is None:
                    self.vars.pop(g.target.id, None)
                else:
                    self.vars[g.target.id] = old
                tail = '.collect(java.util.stream.Collectors.toSet())' if isinstance(node, ast.SetComp) else '.toList()'
                return '%s.stream()%s.map(%s -> %s)%s' % (it, conditions, g.target.id, body, tail), 'List<%s>' % (bt or 'Object')
            return self.py(node)
        if isinstance(node, ast.Dict):
            return 'Map.of(%s)' % ', '.join(self.expr(x)[0] for kv in zip(node.keys, node.values) for x in kv), 'Map'
        if isinstance(node, ast.Call):
            return self.call(node)
        return self.py(node)

    def iterable(self, node):
        java, t = self.expr(node)
        if t and t.startswith('Query<'):
            return java + '.all()', t.replace('Query', 'List')
        return java, t

    def call(self, node):
        f = node.func
        args = [self.expr(a) for a in node.args]
        joined = ', '.join(a[0] for a in args)
        if isinstance(f, ast.Name):
            if f.id in self.model.classes:
                return self.construct(node)
            if f.id == 'len':
                return self.iterable(node.args[0])[0] + '.size()', 'Integer'
            if f.id == 'list':
                it, t = self.iterable(node.args[0])
                return ('new ArrayList<>(%s)' % it if not it.endswith('.all()') else it), t
            if f.id == 'sorted':
                it, t = self.iterable(node.args[0])
                return '%s.stream().sorted().toList()' % it, t
            if f.id == 'set':
                return 'new HashSet<>(%s)' % self.iterable(node.args[0])[0], 'Set<Object>'
            if f.id in ('sess', 'idmap'):
                return '%s(%s)' % (f.id, '' if joined == 's' else joined), None
            if f.id == 'Session':
                return 'session()', 'Session'
            if f.id == 'loaded':
                return 'loaded(%s)' % joined, 'List<String>'
            if f.id in ('st', 'hist', 'log', 'text', 'identity'):
                return '%s(%s)' % (f.id, joined), 'String' if f.id == 'st' else None
            return self.py(node)
        if not isinstance(f, ast.Attribute):
            return self.py(node)
        m = f.attr
        if m == 'get' and isinstance(f.value, ast.Call) and name_of(f.value.func) == 'query':
            session = self.expr(f.value.func.value)[0]
            cls = self.expr(f.value.args[0])[0]
            key = args[0][0].replace('list(', 'List.of(') if args else ''
            return '%s.get(%s, %s)' % (session, cls, key), cls.replace('.class', '')
        base, t = self.expr(f.value)
        if m == 'query' and len(node.args) == 1 and args[0][0].endswith('.class'):
            return '%s.query(%s)' % (base, joined), 'Query<%s>' % args[0][0][:-6]
        if m == 'query':
            return '%s.query(%s)' % (base, joined), 'Query<Object>'
        if m == 'filter_by' and t:
            cls = self.member(t)
            return '%s.filter(%s)' % (base, ', '.join(
                '%s_%s_.%s.eq(%s)' % (self.scenario, cls, k.arg, self.expr(k.value)[0]) for k in node.keywords)), t
        if m in ('filter', 'order_by', 'join', 'options', 'limit', 'offset', 'outerjoin', 'group_by', 'distinct'):
            java = {'order_by': 'orderBy', 'outerjoin': 'outerJoin', 'group_by': 'groupBy'}.get(m, m)
            return '%s.%s(%s)' % (base, java, joined), t
        if m in ('all',):
            return '%s.all()' % base, (t or '').replace('Query', 'List') or None
        if m in ('one', 'first', 'one_or_none'):
            return '%s.%s()' % (base, {'one_or_none': 'oneOrNone'}.get(m, m)), self.member(t)
        if m == 'append':
            return '%s.add(%s)' % (base, joined), 'Statement'
        if m == 'extend':
            return '%s.addAll(%s)' % (base, joined.replace('list(', 'List.of(', 1)), 'Statement'
        if m == 'add_all':
            return '%s.addAll(%s)' % (base, joined[5:-1] if joined.startswith('list(') else joined), None
        if m == 'expire_all':
            return '%s.expireAll()' % base, None
        if m == 'begin_nested':
            return '%s.beginNested()' % base, None
        if m == 'is_modified':
            return '%s.isModified(%s)' % (base, joined), 'Boolean'
        if m == 'desc':
            return '%s.desc()' % base, 'Attr'
        if m == 'pop':
            return '%s.remove(%s)' % (base, joined or base + '.size() - 1'), self.member(t)
        return '%s.%s(%s)' % (base, m, joined), self.member(t) if m == 'merge' else args[0][1] if m == 'merge' and args else None

    def declare(self, name, t):
        if self.vars.get(name) is None:
            self.vars[name] = t

    def assign(self, target, java, t, value):
        if isinstance(target, ast.Name):
            self.declare(target.id, t)
            return ['%s = %s;' % (target.id, java)]
        if isinstance(target, ast.Attribute):
            base, bt = self.expr(target.value)
            wanted = self.attribute_type(bt, target.attr)
            return ['%s.%s = %s;' % (base, target.attr, self.literal(value, wanted) if value is not None else java)]
        if isinstance(target, ast.Subscript) and isinstance(target.slice, ast.Constant):
            return ['%s.%s(%s, %s);' % (self.expr(target.value)[0], 'set' if isinstance(target.slice.value, int) else 'put', self.expr(target.slice)[0], java)]
        return ['/* PY: %s = %s */' % (ast.unparse(target), java)]

    def statement(self, node):
        if isinstance(node, ast.Assign):
            target = node.targets[0]
            if isinstance(target, ast.Tuple) and isinstance(node.value, (ast.Tuple, ast.List)):
                out = []
                for tt, vv in zip(target.elts, node.value.elts):
                    java, t = self.expr(vv)
                    out += self.assign(tt, java, t, vv)
                return out
            if isinstance(target, ast.Tuple):
                java, t = self.iterable(node.value)
                if java.endswith('.all()'):
                    return ['%s rows = %s;' % (t, java)] + [
                        x for i, tt in enumerate(target.elts) for x in self.assign(tt, 'rows.get(%d)' % i, self.member(t), None)]
                return [x for i, tt in enumerate(target.elts) for x in self.assign(tt, '%s.get(%d)' % (java, i), self.member(t), None)]
            java, t = self.iterable(node.value) if not isinstance(target, ast.Name) else self.expr(node.value)
            return [x for tt in node.targets for x in self.assign(tt, java, t, node.value)]
        if isinstance(node, ast.AugAssign):
            target = self.expr(node.target)[0]
            return ['%s = %s %s %s;' % (target, target, '+' if isinstance(node.op, ast.Add) else '-', self.expr(node.value)[0])]
        if isinstance(node, ast.Delete):
            out = []
            for t in node.targets:
                if isinstance(t, ast.Subscript) and isinstance(t.slice, ast.Slice):
                    lower, upper = (self.expr(x)[0] if x else None for x in (t.slice.lower, t.slice.upper))
                    base = self.expr(t.value)[0]
                    out.append('%s.clear();' % base if not lower and not upper
                               else '%s.subList(%s, %s).clear();' % (base, lower or 0, upper or base + '.size()'))
                elif isinstance(t, ast.Subscript):
                    out.append('%s.remove(%s);' % (self.expr(t.value)[0], self.expr(t.slice)[0]))
                elif isinstance(t, ast.Attribute):
                    out.append('/* PY: del */ %s = null;' % self.expr(t)[0])
                else:
                    out.append('%s = null;' % self.expr(t)[0])
            return out
        if isinstance(node, ast.For) and isinstance(node.target, ast.Name):
            it, t = self.iterable(node.iter)
            if isinstance(node.iter, ast.Call) and name_of(node.iter.func) == 'range':
                bounds = [self.expr(a)[0] for a in node.iter.args]
                low, high = bounds if len(bounds) == 2 else ('0', bounds[0])
                old = self.vars.get(node.target.id)
                self.vars[node.target.id] = 'Integer'
                head = 'for (int %s = %s; %s < %s; %s++) {' % (node.target.id, low, node.target.id, high, node.target.id)
            else:
                old = self.vars.get(node.target.id)
                self.vars[node.target.id] = self.member(t)
                head = 'for (%s %s : %s) {' % (self.member(t) or 'var', node.target.id, it)
            body = [line for n in node.body for line in self.statement(n)]
            self.vars.pop(node.target.id, None)
            return [head] + ['    ' + b for b in body] + ['}']
        if isinstance(node, ast.Expr):
            return [self.expr(node.value)[0] + ';']
        if isinstance(node, ast.Pass):
            return []
        return ['/* PY: %s */' % line for line in ast.unparse(node).split('\n')]

    def step(self, step):
        try:
            body = ast.parse(step['python']).body
        except SyntaxError:
            return ['/* PY: %s */' % line for line in step['python'].split('\n')], False
        lines = []
        result = step['result']
        valued = result is not None and isinstance(body[-1], ast.Expr)
        if isinstance(result, dict) and 'raises' in result:
            valued = False
        for n in (body[:-1] if valued else body):
            lines += self.statement(n)
        if valued:
            java, t = self.iterable(body[-1].value)
            lines.append('return %s;' % java)
        return lines, valued


def scenario(record, package):
    cls = ''.join(p[:1].upper() + p[1:] for p in re.split(r'[.\-]', record['id']))
    model = Model(record['model'])
    steps = Steps(model, cls)
    bodies = [(s, *steps.step(s)) for s in record['steps']]
    out = []
    for note in model.notes:
        out += ['    // PY: ' + line for line in note.split('\n')]
    for c in model.classes.values():
        for note in c.notes:
            out += ['    // PY: ' + line for line in note.split('\n')]
        if c.mapped:
            out.append('    @Mapped%s' % ('(table = "%s")' % c.table if c.table else ''))
        out.append('    static class %s%s {' % (c.name, ' extends ' + c.base if c.base else ''))
        for i, f in enumerate(c.fields.values()):
            for note in f.notes:
                out.append('        // PY: ' + note)
            for a in f.annotations:
                out.append('        ' + a)
            out.append('        %s %s%s;' % (f.type, f.name, ' = ' + f.init if f.init else ''))
            if f.annotations and i < len(c.fields) - 1:
                out.append('')
        out += ['    }', '']
    for name, t in steps.vars.items():
        if name != 's':
            out.append('    private %s %s;' % (re.sub(r'^Query<', 'List<', t or 'Object'), name))
    if steps.vars:
        out.append('')
    if model.tables:
        out += ['    @Override', '    protected void model(SessionFactoryBuilder model) {', '        MetaData tables = new MetaData();']
        for _, table, columns in model.tables:
            out.append('        tables.table("%s", %s);' % (table, ', '.join(j for _, _, j in columns)))
        out += ['        model.metaData(tables).map(nested());', '    }', '']
    out += ['    @Override', '    protected void steps() {']
    for step, lines, valued in bodies:
        if len(lines) == 1 and (valued or lines[0].endswith(';')) and not lines[0].startswith('for') and '.add(' not in lines[0]:
            line = lines[0][7:-1] if valued else lines[0][:-1]
            if '=' in line and not valued:
                out.append('        step(() -> { %s; });' % line)
            else:
                out.append('        step(() -> %s);' % line)
        else:
            out.append('        step(() -> {')
            out += ['            ' + line for line in lines]
            out.append('        });')
    out += ['    }', '}']
    text = '\n'.join(out)
    imports = {'org.aludel.itests.corpus.orm.Scenario', 'org.aludel.itests.corpus.orm.ScenarioId'}
    imports |= {full for word, full in IMPORTS.items() if re.search(r'(?<![\w.])@?%s\b(?!_)' % word, text)}
    if 'ForeignKeyAction' in text:
        imports.add('org.aludel.schema.ForeignKeyAction')
    statics = {full for word, full in STATIC.items() if re.search(r'(?<![\w.])' + re.escape(word), text)}
    head = ['package org.aludel.itests.corpus.orm.%s;' % package, '']
    head += ['import static %s;' % i for i in sorted(statics)] + ([''] if statics else [])
    head += ['import %s;' % i for i in sorted(imports)] + ['']
    title = record['title'][:1].upper() + record['title'][1:]
    head += ['/** %s. */' % title.replace('*/', ''), '@ScenarioId("%s")' % record['id'], 'final class %s extends Scenario {' % cls, '']
    return cls, '\n'.join(head) + '\n' + text + '\n'


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('file')
    parser.add_argument('ids', nargs='+')
    parser.add_argument('--package', required=True)
    parser.add_argument('--to')
    options = parser.parse_args()
    for line in open(options.file, encoding='utf-8'):
        record = json.loads(line)
        if not any(record['id'].startswith(i) for i in options.ids):
            continue
        cls, text = scenario(record, options.package)
        if options.to is None:
            print(text)
            continue
        target = os.path.join(options.to, cls + '.java')
        if os.path.exists(target):
            print('kept', target, file=sys.stderr)
            continue
        with open(target, 'w', encoding='utf-8') as out:
            out.write(text)


if __name__ == '__main__':
    main()
