# /// script
# requires-python = ">=3.12"
# ///
dishes = [
    {"name": "soup", "count": 2},
    {"name": "bread", "count": 1},
]

print(f"{', '.join(f'{d["name"]} x{d["count"]}' for d in dishes)}")
print(f"{'\n'.join(d['name'] for d in dishes)}")
print(
    f"{
        sum(d['count'] for d in dishes)  # a comment in the braces
    } plates"
)
