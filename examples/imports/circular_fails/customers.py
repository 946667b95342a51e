from orders import Order


class Customer:
    def order(self) -> Order:
        return Order(self)
