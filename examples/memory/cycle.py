# /// script
# requires-python = ">=3.11"
# ///
import gc
import weakref


class Person:
    def __init__(self, name: str) -> None:
        self.name = name
        self.friend: Person | None = None


gc.disable()  # no collection comes by itself

ada = Person("Ada")
weakref.finalize(ada, print, "Ada is gone")
del ada
print("the last name of Ada is deleted")

bob, cem = Person("Bob"), Person("Cem")
bob.friend, cem.friend = cem, bob
weakref.finalize(bob, print, "Bob is gone")
del bob, cem
print("the last names of Bob and Cem are deleted")
gc.collect()
print("the collector has run")
