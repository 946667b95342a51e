# /// script
# requires-python = ">=3.11"
# ///
import ast
from ast import Add, BinOp, Constant, Mult


def simplify(node: ast.expr) -> ast.expr:
    match node:
        case BinOp(left, operator, right):
            small = BinOp(simplify(left), operator, simplify(right))
        case _:
            return node
    match small:
        case (
            BinOp(Constant(0), Add(), other)
            | BinOp(other, Add(), Constant(0))
            | BinOp(Constant(1), Mult(), other)
            | BinOp(other, Mult(), Constant(1))
        ):
            return other
        case BinOp(_, Mult(), Constant(0) as zero) | BinOp(
            Constant(0) as zero, Mult(), _
        ):
            return zero
    return small


for text in ["x * 1 + 0", "(a + 0) * (1 * b)", "n + 0 * (x + y)"]:
    tree = ast.parse(text, mode="eval")
    print(f"{text} -> {ast.unparse(simplify(tree.body))}")
